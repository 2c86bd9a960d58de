using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Core.Approval;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Publication;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Archive;

/// <summary>flow.json: every signature, hold, publication and check of an item, for machines that come after this program.</summary>
internal static class FlowJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>The text of the file.</summary>
    /// <param name="item">The item.</param>
    /// <param name="holds">Its holds, oldest first.</param>
    /// <param name="revisions">Its versions.</param>
    public static string Json(
        CaseRecord item,
        IReadOnlyList<Hold> holds,
        IReadOnlyList<RevisionRow> revisions,
        IReadOnlyList<PublicationView> channels,
        IReadOnlyList<CheckView> checks
    ) =>
        JsonSerializer.Serialize(
            new
            {
                number = item.Number,
                title = item.Content.Title,
                route = item.Route.Name,
                unit = item.Unit.Name,
                section = item.Section.Name,
                state = item.State.Name(),
                index = item.CatalogueIndex,
                kind = item.Content.Kind?.Name(),
                retention = ArchiveRules.Of(item.Content.Kind).Name(),
                fingerprint = item.Fingerprint,
                content = RevisionComparison
                    .Fields(item.Content)
                    .Where(f => f.Value.Length > 0)
                    .Select(f => new { name = f.Label, value = f.Value }),
                revisions = revisions
                    .OrderBy(r => r.Number)
                    .Select(r => new
                    {
                        number = r.Number,
                        sentBy = r.SentBy,
                        sentAt = BureauTime.Show(r.SentAt),
                        fingerprint = r.Fingerprint,
                    }),
                signatures = item.Signatures.Select(Signature),
                holds = holds.Select(h => new
                {
                    kind = h.Kind.Name(),
                    criterion = h.Criterion,
                    reason = h.Reason,
                    openedBy = h.OpenedByName,
                    openedAt = BureauTime.Show(h.OpenedAt),
                    closedAt = h.ClosedAt is { } closed ? BureauTime.Show(closed) : null,
                    closedBy = h.ClosedByName,
                    outcome = h.Outcome?.Name(),
                    words = h.OutcomeText,
                }),
                publications = channels.Select(c => new
                {
                    channel = c.Channel.Name(),
                    place = c.Place,
                    at = BureauTime.Show(c.At),
                    by = c.By,
                }),
                checks = checks
                    .OrderBy(c => c.Id)
                    .Select(c => new
                    {
                        channel = c.Channel.Name(),
                        file = c.FileName,
                        way = c.Way.Name(),
                        found = c.FoundName,
                        result = c.Result.Name(),
                        differences = c.Total,
                        note = c.Note,
                        by = c.By,
                        at = BureauTime.Show(c.At),
                    }),
            },
            Options
        );

    private static object Signature(SignatureView s) =>
        new
        {
            step = s.StepName,
            move = s.Kind.Name(),
            duty = s.Duty.Name(),
            name = s.Name,
            actingFor = s.ActingFor,
            at = BureauTime.Show(s.At),
            round = s.Round,
            standing = s.Standing,
            carried = s.Carried,
            opinion = s.Text,
            mark = s.Particulars.ResetAt is null ? null : PasswordReset.Mark,
            answers = s.Answers.Select(a => new { criterion = a.Criterion, words = AnswerWords.Say(a, BureauTime.Day(s.At)) }),
            fingerprint = s.Fingerprint,
        };
}
