using Disclosure.Core.Approval;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Disclosure.Tests.Core.Approval;

/// <summary>Stores of the version before: what stood only in JSON stands in columns of its own, and no other word has changed.</summary>
public sealed class EarlierFactsTests
{
    private const string Before = "TwoHands";

    private static readonly string[] Columns =
    [
        "SELECT group_concat(Id || DraftAuthors, ' ') FROM Submissions",
        "SELECT group_concat(Id || ':' || AnsweredYes || coalesce(Finding, '-') || coalesce(Ground, '-'), ' ') FROM Signatures",
        "SELECT group_concat(Id || ':' || AsksWebsite || coalesce(Attribute, '-'), ' ') FROM Revisions",
    ];

    [Fact]
    public async Task EveryRowOfAFilledBureau_GetsWhatTheProgramWouldHaveWritten()
    {
        await using var store = TestStore.WithoutTables();
        store.Options.EnsureFolder();
        DemonstrationFolder.CopyTo(store.Folder);
        await using var db = store.Look();
        var (written, chain) = (await AllAsync(store), await ChainAsync(store));
        Assert.Contains("Withhold", written[1], StringComparison.Ordinal);

        await db.GetService<IMigrator>().MigrateAsync(Before, TestContext.Current.CancellationToken);
        Assert.Equal(0L, await store.AskAsync("SELECT count(*) FROM pragma_table_info('Signatures') WHERE name = 'Finding'"));
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.Equal(written, await AllAsync(store));
        Assert.Equal(chain, await ChainAsync(store));
        Assert.All(await db.Signatures.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken), s => Assert.True(s.ColumnsAgree));
        Assert.All(await db.Revisions.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken), r => Assert.True(r.ColumnsAgree));
    }

    [Fact]
    public async Task RowsOfTheVersionBefore_KeepTheirText_AndWhatCannotBeReadStopsNobody()
    {
        await using var store = TestStore.WithoutTables();
        store.Options.EnsureFolder();
        await using var db = store.Look();
        await db.GetService<IMigrator>().MigrateAsync(Before, TestContext.Current.CancellationToken);
        await store.AskAsync(
            """
            PRAGMA foreign_keys = OFF;
            INSERT INTO Submissions (Id, RouteCode, UnitId, SectionId, OwnerId, CreatedAt, State, Step, Furthest, Version, Round, StepSince, Title, DraftJson, DraftAnswersJson, DraftSavedAt, DraftVersion, DirectorRequired)
                VALUES (1, 'city-1', 1, 1, 1, '2026-11-02', 'Draft', 'edit', 0, 0, 1, '2026-11-02', '', '{"Bylines":[{"Name":"甲","StaffId":12},{"Name":"乙"},{"Name":"\"StaffId\":3}","StaffId":12},{"Name":"丙","StaffId":7}]}', '[]', '2026-11-02', 1, 0),
                       (2, 'city-1', 1, 1, 1, '2026-11-02', 'Draft', 'edit', 0, 0, 1, '2026-11-02', '', '{}', '[]', '2026-11-02', 1, 0);
            INSERT INTO Revisions (Id, SubmissionId, Number, ContentJson, AnswersJson, Fingerprint, SentBy, SentAt) VALUES
                (1, 1, 1, '{"Title":"\"Website\"","Attribute":"OnRequest","Channels":["Intranet"]}', '[]', '', 1, '2026-11-02'),
                (2, 1, 2, '{"Attribute":null,"Channels":["Intranet","Website"]}', '[]', '', 1, '2026-11-02'),
                (3, 1, 3, '{"Title":"早先的版本"}', '[]', '', 1, '2026-11-02');
            INSERT INTO Signatures (Id, SubmissionId, Round, Step, ToStep, Kind, Duty, StaffId, StaffName, ActingForName, Text, AnswersJson, ParticularsJson, Fingerprint, At, Address, Standing, CarriedOver) VALUES
                (1, 1, 1, 'office', 'deputy', 'Approve', 'DisclosureOffice', 1, '甲', '', '', '[{"Criterion":"B3-1","Yes":false},{"Criterion":"B3-2","Yes":true}]', '{"Finding":"Withhold","Ground":"TradeSecret"}', '', '2026-11-02', '', 1, 0),
                (2, 1, 1, 'section', 'office', 'Approve', 'SectionHead', 1, '甲', '', '', '[{"Criterion":"B3-1","Yes":false,"Remark":"\"Yes\":true"}]', '{"Finding":null}', '', '2026-11-02', '', 1, 0),
                (3, 1, 1, 'section', 'office', 'Approve', 'SectionHead', 1, '甲', '', '', '[', '{', '', '2026-11-02', '', 1, 0);
            """
        );

        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                [12, 7],
                [],
            ],
            await db
                .Submissions.AsNoTracking()
                .OrderBy(s => s.Id)
                .Select(s => s.DraftAuthors)
                .ToListAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal(
            [(DisclosureAttribute.OnRequest, false), (null, true), ((DisclosureAttribute?)DisclosureAttribute.Proactive, false)],
            (await db.Revisions.AsNoTracking().OrderBy(r => r.Id).ToListAsync(TestContext.Current.CancellationToken)).Select(r =>
                (r.Attribute, r.AsksWebsite)
            )
        );
        Assert.Equal(
            [
                (true, OfficeFinding.Withhold, WithholdingGround.TradeSecret),
                (false, null, null),
                (false, (OfficeFinding?)null, (WithholdingGround?)null),
            ],
            (await db.Signatures.AsNoTracking().OrderBy(s => s.Id).ToListAsync(TestContext.Current.CancellationToken)).Select(s =>
                (s.AnsweredYes, s.Finding, s.Ground)
            )
        );
        Assert.Equal(
            "{\"Finding\":\"Withhold\",\"Ground\":\"TradeSecret\"}",
            await store.AskAsync("SELECT ParticularsJson FROM Signatures WHERE Id = 1")
        );
    }

    private static async Task<string[]> AllAsync(TestStore store)
    {
        var all = new List<string>();
        foreach (var column in Columns)
        {
            all.Add((string)(await store.AskAsync(column))!);
        }
        return [.. all];
    }

    private static async Task<object?> ChainAsync(TestStore store) =>
        await store.AskAsync(
            """
            SELECT (SELECT group_concat(Hash) FROM Audit) || (SELECT group_concat(Fingerprint || ContentJson || AnswersJson) FROM Revisions)
                || (SELECT group_concat(Fingerprint || AnswersJson || ParticularsJson) FROM Signatures)
            """
        );
}
