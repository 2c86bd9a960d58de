using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Submissions;

/// <summary>Reads accounts and files for the byline, and keeps what each author has confirmed when a form is saved.</summary>
internal static class Authors
{
    /// <summary>Open accounts that bear one of the names typed in the byline; empty where no name is typed.</summary>
    public static async Task<IReadOnlyList<AuthorAccount>> NamesakesAsync(DisclosureDb db, ItemContent content, CancellationToken ct)
    {
        var typed = content.Bylines.Where(b => b.StaffId is null && b.Name.Length > 0).Select(b => b.Name).ToList();
        // The names are compared without blanks and signs, which SQL does not know; a bureau has some hundred accounts.
        return typed.Count == 0 ? [] : [.. (await AccountsAsync(db, ct)).Where(a => typed.Exists(name => PersonName.Same(name, a.Name)))];
    }

    /// <summary>Digest of what an author of the draft confirms now.</summary>
    public static async Task<string> OverAsync(DisclosureDb db, int id, ItemContent content, CancellationToken ct) =>
        Authorship.Over(
            content,
            (
                await db
                    .ItemFiles.AsNoTracking()
                    .Where(f => f.SubmissionId == id && f.RevisionId == null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment))
                    .OrderBy(f => f.Order)
                    .Select(f => new { f.Role, f.Sha256 })
                    .ToListAsync(ct)
            ).Select(f => (f.Role, f.Sha256))
        );

    /// <summary>
    /// Turns names of colleagues into their accounts and lets nobody confirm in another's place; to be called on what a page sends.
    /// </summary>
    /// <param name="content">Changed in place.</param>
    public static async Task KeepAsync(DisclosureDb db, Submission item, ItemContent content, CancellationToken ct)
    {
        var (stored, accounts) = (item.Draft, await AccountsAsync(db, ct));
        foreach (var author in content.Bylines)
        {
            Resolve(author, accounts, item.UnitId);
        }
        foreach (var author in content.Bylines)
        {
            Keep(author, stored.Bylines.Find(b => b.StaffId == author.StaffId && b.Name == author.Name));
        }
    }

    private static void Resolve(Byline author, IReadOnlyList<AuthorAccount> accounts, int unitId)
    {
        var account =
            author.StaffId is { } id ? accounts.FirstOrDefault(a => a.Id == id)
            : Authorship.Namesakes(author.Name, accounts, unitId) is [var only] ? only
            : null;
        // A closed account confirms nothing any more: whoever left is an author like any other outside.
        (author.StaffId, author.Name) = (account?.Id, account?.Name ?? author.Name);
    }

    // The page sends the whole form. A personal confirmation is an act of its own with its entry, also of whoever saves; consent from
    // outside is for the text that the page showed when it was noted.
    private static void Keep(Byline author, Byline? was)
    {
        if (author.StaffId is not null)
        {
            (author.Confirmed, author.ConfirmedOver) = was is { Confirmed: true } ? (true, was.ConfirmedOver) : (false, null);
        }
        else if (!author.Confirmed)
        {
            author.ConfirmedOver = null;
        }
    }

    private static async Task<List<AuthorAccount>> AccountsAsync(DisclosureDb db, CancellationToken ct) =>
        await db
            .Staff.AsNoTracking()
            .Where(s => s.Active)
            .OrderBy(s => s.Id)
            .Join(db.Units, s => s.UnitId, u => u.Id, (s, u) => new AuthorAccount(s.Id, s.Name, s.UnitId, u.ShortName))
            .ToListAsync(ct);
}
