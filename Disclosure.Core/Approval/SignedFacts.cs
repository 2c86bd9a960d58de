using System.Text.Json;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Approval;

/// <summary>Holds every signature against its revision and against the chain, both ways.</summary>
internal sealed class SignedFacts : IVerifiesFacts
{
    private static readonly Dictionary<string, MoveKind> Kinds = Enum.GetValues<MoveKind>().ToDictionary(Action);

    /// <summary>What the chain calls a move.</summary>
    internal static string Action(MoveKind kind) => $"item.{kind.ToString().ToLowerInvariant()}";

    /// <inheritdoc/>
    public string What => "签署";

    /// <inheritdoc/>
    public async Task<CheckedFacts> VerifyAsync(DisclosureDb db, Action<string> fault, CancellationToken ct)
    {
        long rows = 0;
        var revisions = await db
            .Revisions.AsNoTracking()
            .ToDictionaryAsync(r => r.Id, r => new SentRevision(r.SubmissionId, r.Number, r.Fingerprint, r.SentAt), ct);
        var entries = await EntriesAsync(db, ct);
        var routes = await db
            .Submissions.AsNoTracking()
            .Select(s => new { s.Id, s.RouteCode })
            .ToDictionaryAsync(s => s.Id, s => s.RouteCode, ct);
        await foreach (var s in db.Signatures.AsNoTracking().OrderBy(s => s.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            rows++;
            var named = $"稿件 {s.SubmissionId} 的第 {s.Id} 号签署（{s.StaffName}，{s.Kind.Name()}）";
            var revision = s.RevisionId is { } id ? revisions.GetValueOrDefault(id) : null;
            if (
                s.RevisionId is null ? s.Fingerprint.Length > 0 : (revision?.Item, revision?.Fingerprint) != (s.SubmissionId, s.Fingerprint)
            )
            {
                fault($"{named}与其所签版本的校验码不符。");
            }
            var readable = IsReadable(s);
            if (!readable)
            {
                fault($"{named}的审查结论或意见无法读出，曾被改动。");
            }
            else if (!s.ColumnsAgree)
            {
                fault($"{named}的审查结论与台账所依据的登记不一致，曾被改动。");
            }
            var key = (s.SubmissionId, s.At, Action(s.Kind));
            if (!entries.Remove(key, out var entry))
            {
                fault($"{named}在审计链中没有记录。");
            }
            else if (
                readable && !(Agree(s, entry, routes.GetValueOrDefault(s.SubmissionId, "")) && Binds(s, entry, revision, revisions.Values))
            )
            {
                fault($"{named}与审计链第 {entry.Seq} 条所记的人员、职责、环节或校验码不符。");
            }
        }
        foreach (var missing in entries.Values.OrderBy(e => e.Seq))
        {
            fault($"审计链第 {missing.Seq} 条记有稿件 {missing.SubmissionId} 的{Kinds[missing.Action].Name()}，库中没有这次签署。");
        }
        return new CheckedFacts(What, rows, How: "已与版本和审计链核对");
    }

    private static async Task<Dictionary<(int Item, DateTime At, string Action), AuditEntry>> EntriesAsync(
        DisclosureDb db,
        CancellationToken ct
    )
    {
        var actions = Kinds.Keys.ToList();
        var found = await db.Audit.AsNoTracking().Where(e => e.SubmissionId != null && actions.Contains(e.Action)).ToListAsync(ct);
        var entries = new Dictionary<(int, DateTime, string), AuditEntry>();
        foreach (var entry in found)
        {
            entries[(entry.SubmissionId!.Value, entry.At, entry.Action)] = entry;
        }
        return entries;
    }

    private static bool Agree(Signature s, AuditEntry e, string route) =>
        (s.StaffId, s.StaffName, s.ActingForName, s.Duty.Name(), s.Address) == (e.StaffId, e.StaffName, e.ActingFor, e.Duty, e.Address)
        && PasswordReset.Suffix(s.Particulars.ResetAt) is var mark
        && e.Detail.EndsWith(mark, StringComparison.Ordinal)
        && Way(e.Detail[..^mark.Length], NameOf(route, s.Step), NameOf(route, s.ToStep), s.Step != s.ToStep);

    private static bool Binds(Signature s, AuditEntry e, SentRevision? revision, IEnumerable<SentRevision> all) =>
        s.Kind != MoveKind.Send
            ? s.Fingerprint == e.Fingerprint
            : revision is not null
                && revision.At == s.At
                // Entries of earlier versions name the revision before the one that was sent.
                && (
                    e.Fingerprint == s.Fingerprint
                    || e.Fingerprint
                        == (all.Where(r => r.Item == revision.Item && r.Number < revision.Number).MaxBy(r => r.Number)?.Fingerprint ?? "")
                );

    private static bool Way(string detail, string from, string to, bool moves) =>
        moves ? detail.EndsWith($"，{from} → {to}", StringComparison.Ordinal) : !detail.Contains(" → ", StringComparison.Ordinal);

    private static string NameOf(string route, string step) =>
        ApprovalRoutes.All.Where(r => r.Code == route).SelectMany(r => r.Steps).FirstOrDefault(s => s.Code == step)?.Name ?? step;

    private sealed record SentRevision(int Item, int Number, string Fingerprint, DateTime At);

    private static bool IsReadable(Signature s)
    {
        try
        {
            return s.Answers is not null && s.Particulars is not null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }
}
