using Disclosure.Core.Common;
using Disclosure.Core.Obligations;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Obligations;

/// <summary>What the tests of yearly duties and planned releases say in one word.</summary>
internal static class GivenObligations
{
    public static async Task<DutyYear> YearAsync(this Given given, int year, string who = "office.1") =>
        (await given.Get<ObligationQueries>().YearAsync(year, given.By(who), given.Now))!;

    public static async Task<OwedRow> DutyAsync(this Given given, string code, int year, string who = "office.1") =>
        (await given.YearAsync(year, who)).Rows.Single(r => r.Duty.Code == code);

    public static async Task DoneAsync(this Given given, string code, int year, DutyDraft draft) =>
        Given.Must(await given.EnterAsync(code, year, draft));

    public static Task<Outcome<int>> EnterAsync(this Given given, string code, int year, DutyDraft draft, string who = "office.1") =>
        given.Get<ObligationService>().EnterAsync(code, year, draft, Guid.NewGuid(), given.By(who), given.Now);

    public static async Task<Outcome<int>> PlanAsync(
        this Given given,
        string title,
        DateOnly day,
        string who = "gongye.head",
        int? item = null
    ) =>
        await given
            .Get<ReleaseService>()
            .PlanAsync(
                new ReleaseDraft(title, ItemKind.Information, await given.UnitIdAsync("gongye"), day, item),
                Guid.NewGuid(),
                given.By(who),
                given.Now
            );

    public static async Task<Outcome<Done>> ActAsync(
        this Given given,
        int id,
        ReleaseAct act,
        DateOnly? day = null,
        string reason = "",
        string who = "gongye.head",
        ReleaseDraft? draft = null
    )
    {
        var version = (await given.ReadAsync(async db => await db.PlannedReleases.FindAsync(id)))!.Version;
        return await given
            .Get<ReleaseService>()
            .ActAsync(id, new ReleaseCommand(act, version, day, reason, draft), Guid.NewGuid(), given.By(who), given.Now);
    }

    public static async Task<IReadOnlyList<ReleaseRow>> ReleasesAsync(this Given given, string who) =>
        (
            await given.Get<ReleaseQueries>().PageAsync(new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31), 0, given.By(who), given.Now)
        ).Rows;

    /// <summary>A file of the office's own, as the page stores it; answers its hash.</summary>
    public static async Task<string> FileAsync(this Given given, string who, string purpose = ObligationService.UploadPurpose)
    {
        var (blobs, owner, bytes) = (
            given.Get<BlobStore>(),
            given.By(who).StaffId,
            System.Text.Encoding.UTF8.GetBytes($"纪要 {Guid.NewGuid()}")
        );
        var upload = Given.Must(await blobs.StartAsync("纪要.txt", bytes.Length, owner, purpose));
        Given.Must(await blobs.AppendAsync(upload, owner, 0, new MemoryStream(bytes)));
        return Given.Must(await blobs.FinishAsync(upload, owner)).Sha256;
    }
}
