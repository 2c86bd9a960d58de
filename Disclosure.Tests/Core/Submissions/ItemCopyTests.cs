using System.Collections;
using System.Reflection;
using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Submissions;

/// <summary>A new item may begin with an earlier one or with a template; what belongs to that one item never comes along.</summary>
public sealed class ItemCopyTests
{
    // What is the same every month. Every other property is of the one item and begins empty.
    private static readonly string[] Taken =
    [
        nameof(ItemContent.Title),
        nameof(ItemContent.Summary),
        nameof(ItemContent.Kind),
        nameof(ItemContent.A8Category),
        nameof(ItemContent.Origin),
        nameof(ItemContent.MakingBody),
        nameof(ItemContent.Attribute),
        nameof(ItemContent.Ground),
        nameof(ItemContent.LegalBasis),
        nameof(ItemContent.Channels),
        nameof(ItemContent.WebsiteColumn),
        nameof(ItemContent.OtherChannel),
        nameof(ItemContent.CatalogueEntry),
        nameof(ItemContent.CatalogueEntryId),
        nameof(ItemContent.Remarks),
    ];

    [Fact]
    public void ACopy_BearsWhatIsTheSameEveryMonth_AndNothingElse()
    {
        var (from, empty) = (new ItemContent(), new ItemContent());
        foreach (var property in Properties)
        {
            property.SetValue(from, Filled(property));
        }

        var kept = ItemCopy.Kept(from);

        foreach (var property in Properties)
        {
            var expected = Taken.Contains(property.Name) ? from : empty;
            Assert.Equal(Plain(property.GetValue(expected)), Plain(property.GetValue(kept)));
        }
    }

    [Fact]
    public void ACopy_HasTheAuthorAndTheTelephoneOfWhoeverBegins()
    {
        var from = new ItemContent
        {
            Title = "2026年9月工业运行",
            Phone = "1",
            Bylines =
            [
                new Byline
                {
                    Name = "甲",
                    StaffId = 1,
                    Confirmed = true,
                },
            ],
        };
        var begun = new ItemContent { Phone = "2", Bylines = [new Byline { Name = "乙", StaffId = 2 }] };

        var copy = ItemCopy.Of(from, begun);

        Assert.Equal(("2026年10月工业运行", "2"), (copy.Title, copy.Phone));
        var author = Assert.Single(copy.Bylines);
        Assert.Equal(("乙", 2, false), (author.Name, author.StaffId, author.Confirmed));
    }

    [Theory]
    [InlineData("2026年9月工业运行", "2026年10月工业运行")]
    [InlineData("2026年12月工业运行", "2027年1月工业运行")]
    [InlineData("2026年1-9月投资情况", "2026年1-10月投资情况")]
    [InlineData("2026年1—12月投资情况", "2026年1—12月投资情况")]
    [InlineData("2026年三季度经济运行", "2026年四季度经济运行")]
    [InlineData("2026年第4季度经济运行", "2027年第1季度经济运行")]
    [InlineData("2026年统计公报", "2026年统计公报")]
    [InlineData("2026年13月", "2026年13月")]
    public void ThePeriodOfATitle_MovesOn(string title, string next) => Assert.Equal(next, ItemCopy.NextPeriod(title));

    [Fact]
    public async Task AnEarlierItem_IsOfferedToEditorsOfItsUnit_WhileNothingSpeaksAgainstIt()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "end");
        var queries = given.Get<EarlierItemQueries>();

        Assert.Equal(id, Assert.Single(await queries.FindAsync("工业", given.By("gongye.editor"), given.Now)).Id);
        Assert.NotNull(await queries.FormAsync(id, given.By("gongye.editor"), given.Now));
        // The office reads the item, and begins none of this unit with it.
        Assert.Empty(await queries.FindAsync("", given.By("office.1"), given.Now));
        Assert.Null(await queries.FormAsync(id, given.By("office.1"), given.Now));

        foreach (var state in Enum.GetValues<ItemState>())
        {
            await given.TamperAsync($"UPDATE Submissions SET State = '{state}' WHERE Id = {id}");
            var model = state is ItemState.UnderWay or ItemState.Returned or ItemState.Published;
            Assert.Equal(model, await queries.FormAsync(id, given.By("gongye.editor"), given.Now) is not null);
        }
    }

    [Fact]
    public async Task AnItem_BegunWithItsFirstWords_IsOneItem_ThoughTheyCameTwice()
    {
        await using var given = await Given.BureauAsync();
        var (drafts, by, command) = (given.Get<DraftService>(), given.By("gongye.editor"), Guid.NewGuid());
        var unit = await given.UnitIdAsync("gongye");
        var content = new ItemContent { Title = "工业\t月报" };

        var first = Given.Must(await drafts.BeginWithAsync(unit, content, "[]", null, command, by, given.Now));
        var again = Given.Must(await drafts.BeginWithAsync(unit, content, "[]", null, command, by, given.Now));

        Assert.Equal(first.Id, again.Id);
        Assert.Equal("工业月报", (await given.ReadAsync(db => db.Submissions.SingleAsync())).Draft.Title);
        Assert.IsType<NotAnEditor>(
            (await drafts.BeginWithAsync(unit, content, "[]", null, Guid.NewGuid(), given.By("nongmu.editor"), given.Now)).Problem
        );
    }

    [Fact]
    public async Task ATemplate_BelongsToItsPerson()
    {
        await using var given = await Given.BureauAsync();
        var (service, content) = (given.Get<DraftTemplateService>(), new ItemContent { Title = "月报", Phone = "1" });
        var (own, other) = (given.By("gongye.editor"), given.By("nongmu.editor"));
        Given.Must(await service.SaveAsync("工业\t月报", content, null, null, own, given.Now));

        var row = Assert.Single(await service.AllAsync(own, given.Now));
        Assert.Equal(("工业月报", "月报"), (row.Name, row.Title));
        Assert.Equal("", (await service.FindAsync(row.Id, own, given.Now))!.Content.Phone);
        Assert.Empty(await service.AllAsync(other, given.Now));
        Assert.Null(await service.FindAsync(row.Id, other, given.Now));
        Assert.IsType<NotFound>((await service.RenameAsync(row.Id, "别人的", other, given.Now)).Problem);
        Assert.IsType<NotFound>((await service.DeleteAsync(row.Id, other, given.Now)).Problem);
        Assert.IsType<TemplateNameTaken>((await service.SaveAsync("工业月报", content, null, null, own, given.Now)).Problem);
        Assert.IsType<TemplateNameWrong>((await service.SaveAsync(" ", content, null, null, own, given.Now)).Problem);
        Assert.IsType<NotAnEditor>((await service.SaveAsync("月报", content, null, null, given.By("gongye.head"), given.Now)).Problem);
    }

    [Fact]
    public async Task ATemplate_IsErasedWithTheItemItWasMadeOf()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");
        var (service, own) = (given.Get<DraftTemplateService>(), given.By("gongye.editor"));
        Given.Must(await service.SaveAsync("月报", (await given.SubmissionAsync(id)).Draft, null, id, own, given.Now));

        Given.Must(await given.DoAsync(id, "gongye.head", MoveKind.Stop, c => c with { Answers = Given.StillClassified }));

        Assert.Empty(await service.AllAsync(own, given.Now));
    }

    private static IEnumerable<PropertyInfo> Properties =>
        typeof(ItemContent).GetProperties().Where(p => p is { CanRead: true, CanWrite: true });

    private static object? Filled(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(string) ? "字"
            : type == typeof(int) ? 7
            : type == typeof(bool) ? true
            : type == typeof(DateOnly) ? new DateOnly(2026, 9, 30)
            : type == typeof(TimeOnly) ? new TimeOnly(9, 0)
            : type.IsEnum ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)
            : property.GetValue(new ItemContent { Channels = [Channel.Website], Bylines = [new Byline { Name = "甲", Confirmed = true }] });
    }

    private static object? Plain(object? value) =>
        value is IEnumerable and not string ? string.Join('|', ((IEnumerable)value).Cast<object>()) : value;
}
