using Disclosure.Core.Approval;
using Disclosure.Core.Audit;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Interpretation;

/// <summary>Only a policy document is interpreted.</summary>
public sealed record NotAPolicyDocument() : Problem("只有政策文件需要起草解读。")
{
    /// <inheritdoc/>
    public override string? Article => "C2";
}

/// <summary>谁起草、谁解读: whoever drafts the document drafts its interpretation (C2).</summary>
public sealed class InterpretationService(Operations operations)
{
    /// <summary>
    /// Begins the interpretation of a policy document of the editor's own unit; answers the key of the draft, which is linked to the
    /// document.
    /// </summary>
    public Task<Outcome<int>> BeginAsync(int documentId, Guid commandId, Actor by, DateTime now, CancellationToken ct = default) =>
        operations.WriteAsync<int>(
            by,
            now,
            async op =>
            {
                var (db, grants) = op;
                if (
                    await db.Submissions.FirstOrDefaultAsync(s => s.Id == documentId, ct) is not { } document
                    || grants.Find(Duty.Editor, document.UnitId) is null
                )
                {
                    return new NotFound();
                }
                if (document.Kind != ItemKind.PolicyDocument)
                {
                    return new NotAPolicyDocument();
                }
                var about = document.Draft;
                var title = $"《{document.Title}》政策解读";
                var content = new ItemContent
                {
                    Title = title.Length <= ContentRules.TitleLength ? title : title[..ContentRules.TitleLength],
                    Kind = ItemKind.Interpretation,
                    LinkedItemId = documentId,
                    FirstInterpreter = "局主要领导",
                    A8Category = about.A8Category,
                    Origin = about.Origin,
                    MakingBody = about.MakingBody,
                    FormedOn = about.FormedOn,
                    Channels = [.. about.Channels],
                    WebsiteColumn = about.Channels.Contains(Channel.Website) ? "政策解读" : "",
                    DataStatus = about.DataStatus,
                    Phone = about.Phone,
                    PlannedOn = about.PlannedOn,
                    PlannedTime = about.PlannedTime,
                    Bylines = [.. about.Bylines.Select(b => new Byline { Name = b.Name, StaffId = b.StaffId })],
                };
                var draft = new Submission
                {
                    RouteCode = ApprovalRoutes.NewestOf(document.RouteCode),
                    UnitId = document.UnitId,
                    SectionId = document.SectionId,
                    SubjectId = document.SubjectId,
                    OwnerId = by.StaffId,
                    CreatedAt = now,
                };
                draft.SaveDraft(content, "[]", now);
                db.Submissions.Add(draft);
                await db.SaveChangesAsync(ct);
                await AuditTrail.AppendAsync(
                    db,
                    new AuditFact(by, "item.begin", "起草政策解读", now) { SubmissionId = draft.Id, Duty = Duty.Editor.Name() }
                );
                return draft.Id;
            },
            commandId,
            ct
        );
}
