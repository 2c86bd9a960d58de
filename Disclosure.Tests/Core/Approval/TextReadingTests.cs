using Disclosure.Core.Approval;
using Disclosure.Core.Evidence;
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
        var told = item.Signatures.Where(s => s.AsksReading).Select(s => (s.Step, Opened: At(item, s)));
        Assert.Equal([("section", null), ("office", (DateTime?)opened)], told);
        Assert.Equal([(given.By("office.1").Name, given.Now)], item.ReadBy.Select(r => (r.Name, r.At)));
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

    private static DateTime? At(ItemView item, SignatureView s) => item.OpenedBefore.TryGetValue(s.Id, out var at) ? at : null;

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
