using CsCheck;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Tests.Core.Files.Reading;

/// <summary>What is marked as new or gone leads from one text to the other, by the shortest way.</summary>
public sealed class ParagraphChangesTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("甲", "甲", "=甲")]
    [InlineData("", "甲", "+甲")]
    [InlineData("甲", "", "-甲")]
    [InlineData("甲乙丙", "甲丁丙", "=甲-乙+丁=丙")]
    [InlineData("甲乙丙", "乙丙戊", "-甲=乙=丙+戊")]
    public void AChange_IsSaidWhereItStands(string before, string now, string said) =>
        Assert.Equal(said, string.Concat(Changes(before, now)!.Select(c => $"{Sign(c.Change)}{c.Text}")));

    [Fact]
    public void WhatIsMarked_LeadsFromOneTextToTheOther() =>
        Gen.Select(Gen.String[Gen.Char["甲乙丙丁"], 0, 40], Gen.String[Gen.Char["甲乙丙丁"], 0, 40])
            .Sample(
                (before, now) =>
                {
                    var found = Changes(before, now)!;
                    Assert.Equal(before, string.Concat(found.Where(c => c.Change != ParagraphChange.Added).Select(c => c.Text)));
                    Assert.Equal(now, string.Concat(found.Where(c => c.Change != ParagraphChange.Removed).Select(c => c.Text)));
                    Assert.Equal(Least(before, now), found.Count(c => c.Change != ParagraphChange.Same));
                }
            );

    [Fact]
    public void TextsTooFarApart_AreNotHeldAgainstEachOther() =>
        Assert.Null(
            ParagraphChanges.Between(
                [.. Enumerable.Range(0, ParagraphChanges.Most).Select(i => $"a{i}")],
                [.. Enumerable.Range(0, ParagraphChanges.Most).Select(i => $"b{i}")]
            )
        );

    private static IReadOnlyList<(ParagraphChange Change, string Text)>? Changes(string before, string now) =>
        ParagraphChanges.Between([.. before.Select(c => c.ToString())], [.. now.Select(c => c.ToString())]);

    private static string Sign(ParagraphChange change) =>
        change switch
        {
            ParagraphChange.Same => "=",
            ParagraphChange.Added => "+",
            ParagraphChange.Removed => "-",
        };

    // Insertions and deletions by the table of all pairs.
    private static int Least(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : a[i - 1] == b[j - 1] ? table[i - 1, j - 1]
                    : 1 + Math.Min(table[i - 1, j], table[i, j - 1]);
            }
        }
        return table[a.Length, b.Length];
    }
}
