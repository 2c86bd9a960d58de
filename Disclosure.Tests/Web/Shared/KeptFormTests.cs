using Bunit;
using Disclosure.Core.Bureau;
using Disclosure.Tests.Support;
using Disclosure.Web.Components.Shared;
using Disclosure.Web.Components.Shared.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Disclosure.Tests.Web.Shared;

/// <summary>A form that is sent in one act loses nothing that was typed into it.</summary>
public sealed class KeptFormTests
{
    [Fact]
    public async Task WhatWasTyped_StandsThereAgain_UntilItIsSent()
    {
        await using var given = await Given.BureauAsync();
        await using var first = new Screen(given, "karuo.editor");
        var form = first.Render<Form>();
        await form.Find("#title").ChangeAsync("征求意见");
        await form.Find("#day").ChangeAsync("2026-03-04");
        await form.Find("#kind").ChangeAsync("乙");
        await form.Find("#agreed").ChangeAsync(true);
        await form.InvokeAsync(() => form.FindComponent<KeptFormScope>().Instance.DisposeAsync().AsTask());

        await using var again = new Screen(given, "karuo.editor");
        var later = again.Render<Form>();

        Assert.Equal(("征求意见", new DateOnly(2026, 3, 4), "乙", true), later.Instance.Typed);
        Assert.Contains("已填回", later.Find("[role=status]").TextContent, StringComparison.Ordinal);
        later.HoldsEveryField();

        await later.InvokeAsync(later.FindComponent<KeptFormScope>().Instance.ForgetAsync);
        Assert.Null(await given.Get<FormDraftService>().FindAsync("test/1", given.By("karuo.editor"), given.Now));
    }

    [Fact]
    public async Task WhatThePageItselfFilledIn_IsNotKept()
    {
        await using var given = await Given.BureauAsync();
        await using var screen = new Screen(given, "karuo.editor");
        var form = screen.Render<Form>();
        await form.Find("#title").ChangeAsync("征求意见");
        await form.Find("#title").ChangeAsync("原有标题");
        await form.InvokeAsync(() => form.FindComponent<KeptFormScope>().Instance.DisposeAsync().AsTask());

        Assert.Null(await given.Get<FormDraftService>().FindAsync("test/1", given.By("karuo.editor"), given.Now));
    }

    [Fact]
    public async Task WhatIsGivenUp_IsForgotten_AndTheFormBeginsAnew()
    {
        await using var given = await Given.BureauAsync();
        await using var first = new Screen(given, "karuo.editor");
        var form = first.Render<Form>();
        await form.Find("#title").ChangeAsync("征求意见");
        await form.LeaveAsync();
        await using var again = new Screen(given, "karuo.editor");
        var later = again.Render<Form>();

        await later.FindAll("button").Single(b => b.TextContent == "不要了").ClickAsync(new());
        Assert.Equal("原有标题", later.Find("#title").GetAttribute("value"));
        await later.LeaveAsync();

        Assert.Null(await given.Get<FormDraftService>().FindAsync("test/1", given.By("karuo.editor"), given.Now));
    }

    /// <summary>A form with one field of some kinds.</summary>
    public sealed class Form : ComponentBase
    {
        private static readonly (string Title, DateOnly? Day, string Kind, bool Agreed) Begun = ("原有标题", null, "甲", false);

        /// <summary>What stands in it.</summary>
        public (string Title, DateOnly? Day, string Kind, bool Agreed) Typed { get; private set; } = Begun;

        /// <inheritdoc/>
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<KeptFormScope>(0);
            builder.AddAttribute(1, nameof(KeptFormScope.Place), "test/1");
            builder.AddAttribute(2, nameof(KeptFormScope.OnDropped), EventCallback.Factory.Create(this, () => Typed = Begun));
            builder.AddAttribute(3, nameof(KeptFormScope.ChildContent), (RenderFragment)Fields);
            builder.CloseComponent();
        }

        private void Fields(RenderTreeBuilder builder)
        {
            builder.AddContent(0, Field<TextInput, string>("title", Typed.Title, v => Typed = Typed with { Title = v }));
            builder.AddContent(1, Field<DayInput, DateOnly?>("day", Typed.Day, v => Typed = Typed with { Day = v }));
            builder.AddContent(
                2,
                Field<SelectInput<string>, string>(
                    "kind",
                    Typed.Kind,
                    v => Typed = Typed with { Kind = v },
                    ("Options", new Choice<string>[] { new("甲", "甲"), new("乙", "乙") })
                )
            );
            builder.AddContent(3, Field<TickInput, bool>("agreed", Typed.Agreed, v => Typed = Typed with { Agreed = v }));
        }

        private RenderFragment Field<TField, T>(string name, T value, Action<T> take, (string Name, object Value)? more = null)
            where TField : InputField<T> =>
            builder =>
            {
                builder.OpenComponent<TField>(0);
                builder.AddAttribute(1, "Name", name);
                builder.AddAttribute(2, "Id", name);
                builder.AddAttribute(3, "Label", name);
                builder.AddAttribute(4, "Value", value);
                builder.AddAttribute(5, "ValueChanged", EventCallback.Factory.Create(this, take));
                if (more is { } further)
                {
                    builder.AddAttribute(6, further.Name, further.Value);
                }
                builder.CloseComponent();
            };
    }
}
