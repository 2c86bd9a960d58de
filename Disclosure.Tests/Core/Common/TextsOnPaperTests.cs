using System.Runtime.CompilerServices;
using System.Text.Json;
using Disclosure.Core;
using Disclosure.Core.Approval;
using Disclosure.Core.Archive;
using Disclosure.Core.Bureau;
using Disclosure.Core.Common;
using Disclosure.Core.Forms;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Printing;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Core.Forms;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Common;

/// <summary>
/// What cannot be printed is refused where it is typed, in every column that ends on paper; what was stored before comes out with 〓.
/// </summary>
[Slow]
public sealed class TextsOnPaperTests
{
    /// <summary>Columns whose text is no typed text that ends on paper, with the reason.</summary>
    private static readonly Dictionary<string, string[]> NotTyped = new()
    {
        ["made by the program: codes, hashes, keys, counts"] =
        [
            "*.Fingerprint",
            "*.Sha256",
            "*.StaffName",
            "*.ActingForName",
            "*.Hash",
            "*.PreviousHash",
            "*.Algorithm",
            "*.ScanSha256",
            "*.FileSha256",
            "*.FoundSha256",
            "*.SecurityStamp",
            "*.PasswordHash",
            "*.Step",
            "*.ToStep",
            "*.Steps",
            "*.PenSteps",
            "*.Address",
            "*.RouteCode",
            "*.StepCode",
            "*.DutyCode",
            "*.Post",
            "*.Mark",
            "*.Criterion",
            "*.Key",
            "*.Rule",
            "*.Digest",
            "*.OpenedOver",
            "*.Covers",
            "*.Series",
            "*.Extension",
            "*.Purpose",
            "*.Link",
            "*.EraseReason",
            "Withdrawal.Reason",
            "AuditEntry.*",
            "Blob.*",
            "CommandReceipt.*",
            "Preference.*",
            "Reminder.*",
            "Submission.Number",
            "Submission.CatalogueIndex",
            "Submission.ResumeAt",
            "PlannedReading.*",
            "OpinionCase.Number",
            "MonthlyReport.FiguresJson",
            "Examination.*",
            "ItemExamination.*",
        ],
        ["a copy of what another column was checked for"] =
        [
            "FormPrint.PlacedByName",
            "SignedSheet.MarkedByName",
            "Hold.OpenedByName",
            "Hold.ClosedByName",
            "MonthlyReport.ConfirmedByName",
            "Delegation.ConfirmedByName",
            "PasswordReset.*",
            "Withdrawal.StoppedByName",
            "Withdrawal.DecidedByName",
            "OpinionCase.RegisteredBy",
            "Feedback.DecidedBy",
            "Submission.Title",
            "Revision.AnswersJson",
            "ItemFile.*",
            "DutyEntry.FileName",
            "ConsistencyCheck.FileName",
            "StandingVersion.RowsJson",
            "StandingDraftStep.Done",
        ],
        ["typed, and on no paper"] =
        [
            "DecisionDraft.Json",
            "FormDraft.*",
            "DraftTemplate.*",
            "OwnOpinion.*",
            "Staff.SignInName",
            "PrintSettings.*",
            "LocalDay.*",
            "NationalDay.*",
            "NationalYear.*",
            "ExaminerVersion.*",
            "ConsistencyCheck.DifferencesJson",
        ],
    };

    // The runner cannot hand over half a character.
    private static readonly Dictionary<string, string> Halves = new() { ["first half"] = "\ud83d", ["second half"] = "\udc4d" };

    public static TheoryData<string, string> Unprintable =>
        new()
        {
            { "👍", "“👍”（U+1F44D）无法打印，请改用其他写法" },
            { "\U000F1234", "（U+F1234）无法打印" },
            { "\U000323A0", "（U+323A0）无法打印" },
            { "\u0001", "“同意”之后有看不见的字符（U+0001）" },
            { "\u007f", "看不见的字符（U+007F）" },
            { "first half", "“同意”之后有一个不完整的字符" },
            { "second half", "不完整的字符" },
            { "\u202e", "看不见的字符（U+202E）" },
            { "\u2066", "看不见的字符（U+2066）" },
            { "\u200b", "看不见的字符（U+200B）" },
            { "\u200d", "看不见的字符（U+200D）" },
            { "\ufeff", "看不见的字符（U+FEFF）" },
            { "\u3164", "（U+3164）无法打印" },
        };

    [Theory]
    [MemberData(nameof(Unprintable))]
    public void Text_ThatCannotBePrinted_IsRefusedInEveryColumnThatEndsOnPaper(string character, string sentence)
    {
        using var printer = new FormPrinter(new FontOptions());
        var guard = new TextGuard(TextsOnPaper.All, printer);
        using var db = EmptyStore();
        foreach (var text in guard.Texts)
        {
            var refusal = Refusal(guard, db, text, $"同意{Halves.GetValueOrDefault(character, character)}发布");
            Assert.NotNull(refusal);
            Assert.Contains(sentence, refusal.Text, StringComparison.Ordinal);
            Assert.Contains(text.Label, refusal.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("同意。")]
    [InlineData("同意，\r\n增长\t5.2％　“一” ①②③ №℃≥")]
    [InlineData("བོད་ཡིག་ 𠮷 㐂 葛\U000E0100城 Ａ é")]
    public void Text_OfOrdinaryUse_IsTaken(string words)
    {
        using var printer = new FormPrinter(new FontOptions());
        var guard = new TextGuard(TextsOnPaper.All, printer);
        using var db = EmptyStore();
        Assert.All(guard.Texts, t => Assert.Null(Refusal(guard, db, t, words)));
    }

    [Fact]
    public async Task EveryTextOfTheStore_IsEitherCheckedOrNamedWithAReason()
    {
        await using var given = await Given.BureauAsync();
        var named = NotTyped.Values.SelectMany(n => n).ToHashSet();
        var left = await given.ReadAsync(db =>
            Task.FromResult(
                from entity in db.Model.GetEntityTypes()
                from property in entity.GetProperties()
                where
                    property.ClrType == typeof(string)
                    && !TextsOnPaper.All.Any(t => t.Entity == entity.ClrType && t.Property == property.Name)
                where
                    !((string[])[$"*.{property.Name}", $"{entity.ClrType.Name}.*", $"{entity.ClrType.Name}.{property.Name}"]).Any(
                        named.Contains
                    )
                select $"{entity.ClrType.Name}.{property.Name}"
            )
        );
        Assert.Empty(left);
    }

    [Fact]
    public async Task Opinion_WithAThumb_IsRefusedAtItsField_AndNothingMoves()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "section");

        var refusal = (await given.DoAsync(id, "gongye.head", MoveKind.Approve, c => c with { Text = "同意👍" })).Problem;

        Assert.Equal(
            new NotPrintable("Text", "意见中的“👍”（U+1F44D）无法打印，请改用其他写法，或请系统管理员安装含有该字的字体。"),
            refusal
        );
        Assert.Equal("section", (await given.SubmissionAsync(id)).Step);
        Assert.Single(await given.SignaturesAsync(id));
    }

    [Fact]
    public async Task Draft_WithAThumb_IsRefusedByTheNameOfItsField_AndSavedOnceMended()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.DraftAsync(RouteCodes.City);

        Assert.Equal(("Remarks", "备注中的“👍”（U+1F44D）"), await SaveAsync("好👍") is NotPrintable p ? (p.Field, p.Text[..17]) : default);
        Assert.Null(await SaveAsync("好"));

        async Task<Problem?> SaveAsync(string remarks)
        {
            var item = await given.SubmissionAsync(id);
            var content = item.Draft;
            content.Remarks = remarks;
            return (
                await given
                    .Get<DraftService>()
                    .SaveAsync(id, content, item.DraftAnswersJson, item.SubjectId, item.DraftVersion, given.By("gongye.editor"), given.Now)
            ).Problem;
        }
    }

    [Fact]
    public async Task TextOfAnEarlierVersion_KeepsNothingElseFromBeingMended()
    {
        await using var given = await Given.BureauAsync();
        await given.TamperAsync("UPDATE Units SET Name = '工业👍科' WHERE Name = '工业能源科'");
        var unit = await given.ReadAsync(db => db.Units.SingleAsync(u => u.Name == "工业👍科"));
        var bureau = given.Get<BureauService>();

        Assert.IsType<NotPrintable>(
            (await bureau.ChangeUnitAsync(unit.Id, "工业😀科", unit.ShortName, unit.Order, given.By("admin.system"), given.Now)).Problem
        );
        Given.Must(await bureau.ChangeUnitAsync(unit.Id, "工业👍能源科", unit.ShortName, unit.Order, given.By("admin.system"), given.Now));
        Given.Must(await bureau.ChangeUnitAsync(unit.Id, "工业能源科", unit.ShortName, unit.Order, given.By("admin.system"), given.Now));
    }

    [Fact]
    public async Task OpinionOfAnEarlierVersion_ComesOutOfFormTraceAndArchive_WithAMark()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "end");
        await given.TamperAsync("UPDATE Signatures SET Text = '同意👍发布' WHERE Step IN ('section', 'office', 'deputy')");

        var number = await given.PrintAsync(id);
        var form = FormPrinting.Poppler(
            Given.Must(await given.Get<PrintService>().DrawAsync(id, number, given.By("gongye.editor"), given.Now)).Pdf
        );
        Assert.Contains("同意〓发布", form, StringComparison.Ordinal);
        Assert.Contains("〓：原文有无法打印的字符", form, StringComparison.Ordinal);

        var trace = Given.Must(await given.Get<TraceQueries>().PdfAsync(id, given.By("office.1"), given.Now));
        Assert.Contains("同意〓发布", FormPrinting.Poppler(trace.Bytes), StringComparison.Ordinal);

        using var made = new MemoryStream();
        var packages = given.Get<ArchivePackages>();
        await packages.WriteAsync(Given.Must(await packages.OfItemAsync(id, given.By("office.1"), given.Now)), made);
        Assert.Contains(new OpenedZip(made.ToArray()).Entries.Keys, k => k.EndsWith(".pdf", StringComparison.Ordinal));
    }

    private static DisclosureDb EmptyStore()
    {
        var db = new DisclosureDb(new DbContextOptionsBuilder<DisclosureDb>().UseSqlite("Data Source=:memory:").Options);
        db.Database.OpenConnection();
        db.Database.EnsureCreated();
        return db;
    }

    private static NotPrintable? Refusal(TextGuard guard, DisclosureDb db, TextOnPaper text, string words)
    {
        db.ChangeTracker.Clear();
        var row = RuntimeHelpers.GetUninitializedObject(text.Entity);
        foreach (var key in db.Model.FindEntityType(text.Entity)!.FindPrimaryKey()!.Properties.Where(k => k.ClrType == typeof(string)))
        {
            key.PropertyInfo!.SetValue(row, "一");
        }
        var entry = db.Entry(row);
        entry.State = text.BeginsAsCopy ? EntityState.Unchanged : EntityState.Added;
        // A JSON writer puts U+FFFD in the place of half a character.
        entry.Property(text.Property).CurrentValue = text.Members is null
            ? words
            : JsonSerializer.Serialize(new Dictionary<string, string> { ["Unheard"] = words });
        return guard.Refusal(db);
    }
}
