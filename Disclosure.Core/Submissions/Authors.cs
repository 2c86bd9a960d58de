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
    public static async Task<string> OverAsync(DisclosureDb db, int id, ItemContent content, CancellationToken ct) => Authorship.Over(
        content,
        (await db.ItemFiles.AsNoTracking().Where(f => f.SubmissionId == id && f.RevisionId == null && (f.Role == FileRole.Body || f.Role == FileRole.Attachment))
            .OrderBy(f => f.Order).Select(f => new { f.Role, f.Sha256 }).ToListAsync(ct)).Select(f => (f.Role, f.Sha256)));

    /// <summary>Turns names of colleagues into their accounts and lets nobody confirm in another's place; to be called on what a page sends.</summary>
    /// <param name="content">Changed in place.</param>
    /// <param name="typist">Staff key of whoever saves.</param>
    public static async Task KeepAsync(DisclosureDb db, Submission item, ItemContent content, int typist, CancellationToken ct)
    {
        var (stored, accounts) = (item.Draft, await AccountsAsync(db, ct));
        foreach (var author in content.Bylines)
        {
            Resolve(author, accounts, item.UnitId);
        }
        var over = await OverAsync(db, item.Id, content, ct);
        foreach (var author in content.Bylines)
        {
            Keep(author, stored.Bylines.Find(b => b.StaffId == author.StaffId && b.Name == author.Name), typist, over);
        }
    }

    private static void Resolve(Byline author, IReadOnlyList<AuthorAccount> accounts, int unitId)
    {
        var account = author.StaffId is { } id
            ? accounts.FirstOrDefault(a => a.Id == id)
            : Authorship.Namesakes(author.Name, accounts, unitId) is [var only] ? only : null;
        // A closed account confirms nothing any more: whoever left is an author like any other outside.
        (author.StaffId, author.Name) = (account?.Id, account?.Name ?? author.Name);
    }

    // The page sends the whole form; only the author's own hand may turn a personal confirmation on.
    private static void Keep(Byline author, Byline? was, int typist, string over)
    {
        if (author.StaffId is not null && author.StaffId != typist)
        {
            (author.Confirmed, author.ConfirmedOver) = was is { Confirmed: true } ? (true, was.ConfirmedOver) : (false, null);
        }
        else if (!author.Confirmed)
        {
            author.ConfirmedOver = null;
        }
        else if (author.ConfirmedOver is null && was is not { Confirmed: true, ConfirmedOver: null })
        {
            // What an earlier version stored says not over which text; such a tick has to be set again.
            author.ConfirmedOver = over;
        }
    }

    private static async Task<List<AuthorAccount>> AccountsAsync(DisclosureDb db, CancellationToken ct) =>
        await db.Staff.AsNoTracking().Where(s => s.Active).OrderBy(s => s.Id)
            .Join(db.Units, s => s.UnitId, u => u.Id, (s, u) => new AuthorAccount(s.Id, s.Name, s.UnitId, u.ShortName)).ToListAsync(ct);
}
