using Disclosure.Core.Approval;
using Disclosure.Core.Common;
using Disclosure.Core.Evidence;
using Disclosure.Core.Ledgers;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Tests.Core.Approval;

/// <summary>Whether and when a signer opened the text is told from what was written down when it was opened.</summary>
public sealed class TextReadingTests
{
    [Fact]
    public async Task ASignerWhoOpenedTheText_IsToldWithTheLastTimeBeforeSigning_AndOneWhoDidNot_IsNot()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await OpenAsync(given, id, "office.1");
        given.Wait(TimeSpan.FromHours(1));
        await OpenAsync(given, id, "office.1");
        var opened = given.Now;
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Approve));
        await OpenAsync(given, id, "office.1");

        var item = (await given.Get<ItemQueries>().FindAsync(id, given.By("office.1"), given.Now))!;
        var told = item.Signatures.Select(s => (s.Step, item.Readings[s.Id]));
        string[] words = ["", "签署前没有在本系统打开正文", $"签署前打开正文：{BureauTime.Show(opened)}"];
        Assert.Equal(["edit", "section", "office"], told.Select(t => t.Step));
        Assert.Equal(words, told.Select(t => t.Item2));
        Assert.Equal([(given.By("office.1").Name, given.Now)], item.ReadBy.Select(r => (r.Name, r.At)));

        // The trace says the same, to the auditor too and on the files that are taken away.
        var trace = (await given.Get<TraceQueries>().FindAsync(id, given.By("admin.audit"), given.Now))!;
        Assert.Equal(words, trace.Signatures.Select(s => s.Reading));
        var file = Given.Must(await given.Get<TraceQueries>().ListAsync(id, "csv", given.By("admin.audit"), given.Now));
        Assert.Contains(words[2], ListBook.Table(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextThatWasChangedSince_HasNotBeenOpened_AndOneThatStoodAsItWas_Has()
    {
        await using var given = await Given.BureauAsync();
        var id = await given.ItemAsync(RouteCodes.City, "office");
        await OpenAsync(given, id, "office.1");
        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Return));
        await given.WalkAsync(id, "office");
        var same = (await given.Get<ItemQueries>().FindAsync(id, given.By("office.1"), given.Now))!;
        Assert.Single(same.ReadBy);

        Given.Must(await given.DoAsync(id, "office.1", MoveKind.Return));
        var old = await given.ReadAsync(db => db.ItemFiles.FirstAsync(f => f.SubmissionId == id && f.RevisionId == null));
        Given.Must(await given.Get<DraftService>().RemoveFileAsync(id, old.Id, given.By("gongye.editor"), given.Now));
        await given.UploadAsync(id, "正文.txt", "改过的正文", "gongye.editor");
        await given.WalkAsync(id, "office");
        var changed = (await given.Get<ItemQueries>().FindAsync(id, given.By("office.1"), given.Now))!;
        Assert.Empty(changed.ReadBy);
    }

    private static async Task OpenAsync(Given given, int id, string who)
    {
        var item = await given.SubmissionAsync(id);
        var file = await given.ReadAsync(db =>
            db.ItemFiles.Where(f => f.SubmissionId == id && f.RevisionId == item.RevisionId && f.Role == FileRole.Body)
                .Select(f => f.Id)
                .FirstAsync()
        );
        Given.Must(await given.Get<FileTexts>().ReadAsync(file, 0, null, given.By(who), given.Now));
    }
}
