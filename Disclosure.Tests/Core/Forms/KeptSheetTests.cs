using System.Text;
using Disclosure.Core.Forms;

namespace Disclosure.Tests.Core.Forms;

/// <summary>
/// Sheets as releases of the program have kept them: paper in a box must open in every later release as what it was (decision 0010). Sheets
/// are added here, never written again.
/// </summary>
public sealed class KeptSheetTests(FormPrinting printing) : IClassFixture<FormPrinting>
{
    public static TheoryData<string> Kept() => new(Files().Select(f => Path.GetFileNameWithoutExtension(f)).Distinct());

    [Theory]
    [MemberData(nameof(Kept))]
    public void Sheet_OfAnEarlierRelease_StillSaysTheSame(string name)
    {
        var sheet = SheetText.FromJson(File.ReadAllBytes(Path.Combine(Folder, name + ".json")));
        var said = File.ReadAllText(Path.Combine(Folder, name + ".txt"), Encoding.UTF8);
        Assert.Equal(said.Trim(), FormPrinting.Poppler(printing.Print(sheet)));
    }

    [Fact]
    public void SheetsOfEveryKind_AreKept() => Assert.Equal(3, Kept().Count);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Core", "Forms", "Kept");

    private static string[] Files() => Directory.GetFiles(Folder, "*.json");
}
