using System.Security.Cryptography;
using System.Text;
using Disclosure.Core.Common;

namespace Disclosure.Core.Submissions;

/// <summary>An open account that a name in the byline may belong to.</summary>
/// <param name="Id">Staff key.</param>
/// <param name="Name">Name as signed.</param>
/// <param name="UnitId">Unit the person belongs to.</param>
/// <param name="Unit">Short name of that unit.</param>
public sealed record AuthorAccount(int Id, string Name, int UnitId, string Unit);

/// <summary>
/// Who stands in the byline, and what was confirmed. A name that is a colleague's is that colleague's account; typed names are for people
/// outside the bureau. A confirmation counts for the text it was given for and for no other (D3).
/// </summary>
public static class Authorship
{
    /// <summary>
    /// Digest of what an author confirms: title, summary, the words of an amendment, and the files' bytes in order. 64 hex digits.
    /// </summary>
    public static string Over(ItemContent content, IEnumerable<(FileRole Role, string Sha256)> files)
    {
        string[] parts =
        [
            content.Title,
            content.Summary,
            content.Amendment?.Reason ?? "",
            content.Amendment?.Changes ?? "",
            content.Amendment?.Basis ?? "",
            .. files.Select(f => $"{f.Role}|{f.Sha256}"),
        ];
        var text = "disclosure-authorship/1\n" + string.Concat(parts.Select(p => $"{p.Length}:{p}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>True when the author, or the editor for somebody outside, has confirmed the text as it is.</summary>
    /// <param name="over">Digest of the text as it is.</param>
    public static bool Confirmed(Byline author, string over) => author.Confirmed && author.ConfirmedOver == over;

    /// <summary>The accounts a name may belong to: those of the own unit, and where there are none, of the whole bureau.</summary>
    public static IReadOnlyList<AuthorAccount> Namesakes(string name, IEnumerable<AuthorAccount> accounts, int unitId)
    {
        var same = accounts.Where(a => PersonName.Same(a.Name, name)).ToList();
        return same.Exists(a => a.UnitId == unitId) ? [.. same.Where(a => a.UnitId == unitId)] : same;
    }

    /// <summary>Keys of the accounts that stand in the byline, a typed name counted as every account it may belong to.</summary>
    public static IEnumerable<int> AccountsOf(ItemContent content, IReadOnlyList<AuthorAccount> accounts, int unitId) =>
        content.Bylines.SelectMany(b => b.StaffId is { } id ? [id] : Namesakes(b.Name, accounts, unitId).Select(a => a.Id));

    /// <summary>A typed name that is a colleague's, or null; the first stands for all.</summary>
    public static FieldProblem? Unresolved(ItemContent content, IReadOnlyList<AuthorAccount> accounts, int unitId) =>
        content
            .Bylines.Where(b => b.StaffId is null)
            .Select(b =>
                Namesakes(b.Name, accounts, unitId) switch
                {
                    [] => null,
                    [_] => new FieldProblem(
                        nameof(ItemContent.Bylines),
                        $"“{b.Name}”是本局人员，请在署名作者中改选其账号，由本人确认文责。"
                    ),
                    var many => new FieldProblem(
                        nameof(ItemContent.Bylines),
                        $"本局有 {many.Count} 人名为“{b.Name}”，请在署名作者中选择是哪一位。"
                    ),
                }
            )
            .FirstOrDefault(p => p is not null);
}
