using Disclosure.Core.Submissions;
using Disclosure.Web.Components.Shared.Fields;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Submissions;

/// <summary>Authors in printed order; each answers for the text by name (文责, D3).</summary>
public sealed partial class BylineList
{
    private const string Field = nameof(ItemContent.Bylines);

    /// <summary>The form.</summary>
    [CascadingParameter]
    public required DraftForm Form { get; set; }

    /// <summary>Editors of the unit, who can confirm personally.</summary>
    [Parameter]
    public IReadOnlyList<Colleague> Colleagues { get; set; } = [];

    /// <summary>The reader confirms 文责.</summary>
    [Parameter]
    public EventCallback OnConfirm { get; set; }

    /// <summary>Raised when the keyboard leaves a name: it is typed to its end.</summary>
    [Parameter]
    public EventCallback OnNamed { get; set; }

    private List<Byline> Authors => Form.Content.Bylines;

    private List<Colleague> Free => [.. Colleagues.Where(c => Authors.All(a => a.StaffId != c.Id))];

    private static string? First(int place) => place == 0 ? $"field-{Field}" : null;

    // The list is a way to add: it stands empty again afterwards.
    private void AddColleague(int id)
    {
        if (Free.Find(c => c.Id == id) is { } colleague)
        {
            Form.Set(Field, c => c.Bylines.Add(new Byline { Name = colleague.Name, StaffId = colleague.Id }));
        }
    }

    private void AddName() => Form.Set(Field, c => c.Bylines.Add(new Byline()));

    // Whoever vouched did so for the name that stood there.
    private void Rename(Byline author, string name)
    {
        if (author.Name != name)
        {
            Form.Set(Field, _ => (author.Name, author.Confirmed, author.ConfirmedOver) = (name, false, null));
        }
    }

    private static List<Choice<int?>> Accounts(IReadOnlyList<AuthorAccount> namesakes) =>
        [.. namesakes.Select(a => new Choice<int?>(a.Id, $"{a.Name}（{a.Unit}）"))];

    private IReadOnlyList<AuthorAccount> Namesakes(Byline author) => Authorship.Namesakes(author.Name, Form.Accounts, Form.Item.Unit.Id);

    private void Choose(Byline author, int? id)
    {
        if (Namesakes(author).FirstOrDefault(a => a.Id == id) is { } account)
        {
            Form.Set(Field, _ => DraftForm.Choose(author, account));
        }
    }

    private bool Confirmed(Byline author) => Authorship.Confirmed(author, Form.AuthorshipOver);

    // The consent is for the text as it is now.
    private void Vouch(Byline author, bool yes) =>
        Form.Set(Field, _ => (author.Confirmed, author.ConfirmedOver) = (yes, yes ? Form.AuthorshipOver : null));

    private void Remove(Byline author) => Form.Set(Field, c => c.Bylines.Remove(author));

    private void Move(int place, int by) =>
        Form.Set(Field, c => (c.Bylines[place], c.Bylines[place + by]) = (c.Bylines[place + by], c.Bylines[place]));
}
