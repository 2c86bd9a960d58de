using Disclosure.Core.Approval;
using Disclosure.Core.Archive;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;
using Disclosure.Tests.Support;

namespace Disclosure.Tests.Core.Printing;

/// <summary>
/// Whatever may be chosen can be printed: every value that ends on a form has a box there, on both routes and from both engines.
/// </summary>
[Slow]
public sealed class EveryWordingTests
{
    [Theory]
    [InlineData(RouteCodes.City)]
    [InlineData(RouteCodes.County)]
    public async Task TheFormOfEveryKind_IsDrawn_WithItsOwnBoxTicked(string route)
    {
        await using var given = await Given.BureauAsync();
        var record = await RecordAsync(given, route);
        foreach (var kind in Enum.GetValues<ItemKind>())
        {
            var ticked = await DrawnAsync(given, record, c => c.Kind = kind, "信息类别");
            Assert.Equal(new[] { kind.Rule().OnForm, kind.Rule().Detail }.Where(w => w.Length > 0), ticked);
        }
    }

    [Theory]
    [InlineData(RouteCodes.City)]
    [InlineData(RouteCodes.County)]
    public async Task EveryChoice_HasItsBox(string route)
    {
        await using var given = await Given.BureauAsync();
        var record = await RecordAsync(given, route);
        foreach (var channel in Enum.GetValues<Channel>())
        {
            Assert.Contains(
                channel == Channel.NoticeBoard ? "其他" : channel.Name(),
                await DrawnAsync(given, record, c => c.Channels = [channel])
            );
        }
        foreach (var status in Enum.GetValues<DataStatus>())
        {
            Assert.Contains(status.Name(), await DrawnAsync(given, record, c => c.DataStatus = status));
        }
        foreach (var attribute in Enum.GetValues<DisclosureAttribute>())
        {
            Assert.Contains(attribute.Name(), await DrawnAsync(given, record, c => c.Attribute = attribute));
        }
        foreach (var ground in Enum.GetValues<WithholdingGround>())
        {
            Assert.NotEmpty(await DrawnAsync(given, record, c => (c.Attribute, c.Ground) = (DisclosureAttribute.Withheld, ground)));
        }
    }

    [Theory]
    [InlineData(RouteCodes.City)]
    [InlineData(RouteCodes.County)]
    public async Task EveryChange_HasItsBox(string route)
    {
        await using var given = await Given.BureauAsync();
        var record = await RecordAsync(given, route);
        foreach (var kind in Enum.GetValues<AmendmentKind>())
        {
            Assert.Contains(kind.Name(), await DrawnAsync(given, record, c => c.Amendment = Change(kind, null)));
        }
        foreach (var ground in Enum.GetValues<TakeDownGround>())
        {
            Assert.Contains(ground.Name(), await DrawnAsync(given, record, c => c.Amendment = Change(AmendmentKind.TakeDown, ground)));
        }
    }

    [Fact]
    public void EverySignedChoice_HasItsBox()
    {
        Assert.All(Enum.GetValues<OfficeFinding>(), f => BoxLines.Finding(f.Name(), ""));
        Assert.All(Enum.GetValues<CountyChoice>(), c => BoxLines.CountyChoice(c.Name()));
        Assert.All(Enum.GetValues<DeliveryWay>(), w => Assert.Contains(w.Name(), FormWording.Deliveries));
    }

    [Fact]
    public void EveryBoxOfAKind_HasAKind() =>
        Assert.Equal(FormWording.Kinds.Order(), Enum.GetValues<ItemKind>().Select(k => k.Rule().OnForm).Distinct().Order());

    [Fact]
    public void CommuniquesAndYearbooks_AreKeptForEver_AndTheRestTenYears()
    {
        Assert.Equal(
            [ItemKind.Communique, ItemKind.Yearbook],
            Enum.GetValues<ItemKind>().Where(k => ArchiveRules.Of(k) == Retention.Permanent)
        );
        Assert.Equal(Retention.TenYears, ArchiveRules.Of(null));
    }

    [Fact]
    public void FieldsOfAKind_AreAskedForThatKindOnly()
    {
        Assert.All(
            Enum.GetValues<ItemKind>(),
            kind =>
                Assert.All(
                    KindRules.Fields,
                    field => Assert.Equal(kind.Rule().Fields.Contains(field), ContentRules.Concerns(new ItemContent { Kind = kind }, field))
                )
        );
        Assert.All(KindRules.Fields, field => Assert.NotNull(typeof(ItemContent).GetProperty(field)));
    }

    [Fact]
    public void EveryHold_HasItsArticle_AndEndsSomehow() =>
        Assert.All(
            Enum.GetValues<HoldKind>(),
            kind =>
            {
                Assert.NotEmpty(kind.Article());
                // A processed version ends by being sent.
                Assert.Equal(kind != HoldKind.Redaction, HoldRules.Outcomes(kind).Count > 0);
            }
        );

    private static Amendment Change(AmendmentKind kind, TakeDownGround? ground) =>
        new()
        {
            Kind = kind,
            Ground = ground,
            Title = "原稿",
            Number = "1号",
            Index = "2026-00001",
            PublishedOn = new DateOnly(2026, 1, 5),
            Reason = "因",
            Changes = "改",
            Basis = "据",
        };

    private static async Task<CaseRecord> RecordAsync(Given given, string route) =>
        (await given.Get<ItemQueries>().FindAsync(await given.ItemAsync(route, "office"), given.By("office.1"), given.Now))!.Record;

    // Draws with both engines and answers what is ticked on the form's first page.
    private static async Task<List<string>> DrawnAsync(Given given, CaseRecord record, Action<ItemContent> change, string? cell = null)
    {
        var content = record.Content.Copy();
        change(content);
        var sheet = FormRecords.SheetOf(record with { Content = content }, [], PrintMark.None, BoxWays.InSystem);
        var printer = given.Get<FormPrinter>();
        await Task.Run(() => (Given.Must(printer.Pdf(sheet)), Given.Must(printer.Docx(sheet))));
        return
        [
            .. sheet
                .Pages[0]
                .Rows.SelectMany(r => r.Cells)
                .OfType<ValueCell>()
                .Where(c => cell is null || c.Name == cell)
                .SelectMany(c => c.Lines)
                .SelectMany(l => l.Pieces)
                .OfType<Tick>()
                .Where(t => t.Ticked)
                .Select(t => t.Text),
        ];
    }
}
