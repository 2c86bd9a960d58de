using System.Globalization;
using Disclosure.Core.Submissions;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Web.Components.Submissions;

/// <summary>Authors in printed order; each answers for the text by name (文责, D3).</summary>
public sealed partial class BylineList
{
    private const string Field = nameof(ItemContent.Bylines);

    // Stays empty: the list is a way to add, it keeps no choice.
    private string chosen = "";

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

    private void AddColleague(string? id)
    {
        if (int.TryParse(id, CultureInfo.InvariantCulture, out var key) && Free.Find(c => c.Id == key) is { } colleague)
        {
            Form.Set(Field, c => c.Bylines.Add(new Byline { Name = colleague.Name, StaffId = colleague.Id }));
        }
        chosen = "";
    }

    private void AddName() => Form.Set(Field, c => c.Bylines.Add(new Byline()));

    // Whoever vouched did so for the name that stood there.
    private void Rename(Byline author, string? name)
    {
        if (author.Name != (name ?? ""))
        {
            Form.Set(Field, _ => (author.Name, author.Confirmed, author.ConfirmedOver) = (name ?? "", false, null));
        }
    }

    private IReadOnlyList<AuthorAccount> Namesakes(Byline author) => Authorship.Namesakes(author.Name, Form.Accounts, Form.Item.Unit.Id);

    private void Choose(Byline author, string? id)
    {
        if (Namesakes(author).FirstOrDefault(a => a.Id.ToString(CultureInfo.InvariantCulture) == id) is { } account)
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
