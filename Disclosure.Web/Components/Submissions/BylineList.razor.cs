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
            Form.Set(Field, _ => (author.Name, author.Confirmed) = (name ?? "", false));
        }
    }

    private void Vouch(Byline author, bool yes) => Form.Set(Field, _ => author.Confirmed = yes);

    private void Remove(Byline author) => Form.Set(Field, c => c.Bylines.Remove(author));

    private void Move(int place, int by) => Form.Set(Field, c => (c.Bylines[place], c.Bylines[place + by]) = (c.Bylines[place + by], c.Bylines[place]));
}
