using Disclosure.Core.Bureau;
using Disclosure.Web.Components.Shared.Fields;

namespace Disclosure.Web.Components.Bureau;

/// <summary>Which section matches which subject of the counties (D11).</summary>
public partial class SubjectsPage(BureauService bureau, BureauQueries queries)
{
    private IReadOnlyList<SubjectRow> subjects = [];
    private IReadOnlyList<Choice<int>> sections = [];
    private SubjectRow? editing;
    private SubjectRow? closing;
    private Guid click;
    private bool adding;
    private bool withClosed;
    private string text = "";
    private string name = "";
    private int sectionId;
    private int order;

    /// <inheritdoc/>
    protected override async Task LoadAsync() => subjects = await queries.SubjectsAsync(text, withClosed);

    private async Task BeginAdd()
    {
        await BeginAsync();
        (adding, click) = (true, Guid.NewGuid());
        (name, sectionId, order) = ("", 0, subjects.Count == 0 ? 10 : subjects.Max(s => s.Order) + 10);
    }

    private async Task BeginEdit(SubjectRow subject)
    {
        await BeginAsync();
        editing = subject;
        (name, sectionId, order) = (subject.Name, subject.SectionId, subject.Order);
    }

    private async Task BeginAsync()
    {
        // First: a form that is begun anew must not close in between.
        sections = [.. (await queries.UnitsAsync("", false)).Where(u => u.IsSection).Select(u => new Choice<int>(u.Id, u.Name))];
        Leave();
    }

    private async Task BeginOffer(SubjectRow subject)
    {
        Leave();
        if (subject.Active)
        {
            closing = subject;
            return;
        }
        await OfferAsync(subject, true);
    }

    private void Leave()
    {
        Hush();
        (adding, editing, closing) = (false, null, null);
    }

    private Task BeginAgain() => editing is { } subject ? BeginEdit(subject) : BeginAdd();

    private void Shut(bool sent)
    {
        if (sent)
        {
            (adding, editing) = (false, null);
        }
    }

    private Task<bool> SaveAsync()
    {
        var entry = new SubjectEntry(name, sectionId, order);
        var done = $"“{name.Trim()}”已保存。";
        return editing is { } subject
            ? RunAsync((by, now) => bureau.ChangeSubjectAsync(subject.Id, entry, by, now), done)
            : RunAsync((by, now) => bureau.AddSubjectAsync(entry, click, by, now), done);
    }

    private async Task OfferAsync(SubjectRow subject, bool offered)
    {
        if (
            await RunAsync(
                (by, now) => bureau.OfferSubjectAsync(subject.Id, offered, by, now),
                $"“{subject.Name}”已{(offered ? "恢复" : "停用")}。"
            )
        )
        {
            closing = null;
        }
    }
}
