using System.Text.Json.Nodes;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>A file as a reviewer sees it: what it is to the item and its bytes; the name only to speak of it.</summary>
public sealed record ReviewedFile(string Name, FileRole Role, string Sha256);

/// <summary>What a review is about: the content, the files in order and the editor's five answers.</summary>
public sealed record ReviewedText(ItemContent Content, IReadOnlyList<ReviewedFile> Files, IReadOnlyList<Answer> Answers)
{
    /// <summary>The text of a revision with its files, in order.</summary>
    public static ReviewedText Of(Revision revision, IEnumerable<ItemFile> files) =>
        new(revision.Content, FilesOf(files), Review.Answers.FromJson(revision.AnswersJson));

    /// <summary>Stored files, in their order.</summary>
    public static IReadOnlyList<ReviewedFile> FilesOf(IEnumerable<ItemFile> files) =>
        [.. files.OrderBy(f => f.Order).Select(f => new ReviewedFile(f.Name, f.Role, f.Sha256))];
}

/// <summary>Something in which a text differs from what was signed.</summary>
/// <param name="Field">Name of the field on the form; empty where there is none.</param>
/// <param name="Label">What it is called there.</param>
public sealed record ReviewedDifference(string Field, string Label);

/// <summary>
/// Whether two texts are equal in everything that is reviewed. The page foretells with it, the service decides with it, and the judge asks
/// it once more before publication: a signature counts for no other text than the one it was given for.
/// </summary>
public static class Reviewed
{
    /// <summary>Name of the field under which a difference of the files is found.</summary>
    public const string Files = "Files";

    /// <summary>Name of the field under which a difference of the editor's answers is found.</summary>
    public const string SelfReview = "Review";

    // Whatever is not named here is reviewed, a field added later as well.
    private static readonly HashSet<string> Free =
    [
        nameof(ItemContent.PaperCopies),
        nameof(ItemContent.PaperPages),
        nameof(ItemContent.Remarks),
    ];

    /// <summary>What may be changed without any review beginning anew, in words.</summary>
    public static string FreeWords => string.Join("、", Free.Select(RevisionComparison.LabelOf));

    /// <summary>
    /// What differs, in the order of the form; empty when both are equal. An answer that is still open differs from nothing yet.
    /// </summary>
    public static IReadOnlyList<ReviewedDifference> Differences(ReviewedText signed, ReviewedText now) =>
        [.. Fields(signed.Content, now.Content), .. Of(signed.Files, now.Files), .. Of(signed.Answers, now.Answers)];

    private static IEnumerable<ReviewedDifference> Fields(ItemContent signed, ItemContent now)
    {
        var (before, after) = (Nodes(signed), Nodes(now));
        return after
            .Select(p => p.Key)
            .Union(before.Select(p => p.Key))
            .Where(name => !Free.Contains(name) && !JsonNode.DeepEquals(before[name], after[name]))
            .Select(RevisionComparison.FieldOf)
            .Distinct()
            .Select(field => new ReviewedDifference(field, RevisionComparison.LabelOf(field)));
    }

    // Who stands in the byline is reviewed; when each of them confirmed is not.
    private static JsonObject Nodes(ItemContent content)
    {
        var copy = content.Copy();
        copy.Bylines = [.. copy.Bylines.Select(b => new Byline { Name = b.Name, StaffId = b.StaffId })];
        return JsonNode.Parse(copy.ToJson())!.AsObject();
    }

    private static IEnumerable<ReviewedDifference> Of(IReadOnlyList<ReviewedFile> signed, IReadOnlyList<ReviewedFile> now)
    {
        if (signed.Select(f => (f.Role, f.Sha256)).SequenceEqual(now.Select(f => (f.Role, f.Sha256))))
        {
            return [];
        }
        var other = now.Where(f => signed.All(s => s.Sha256 != f.Sha256))
            .Concat(signed.Where(f => now.All(n => n.Sha256 != f.Sha256)))
            .Select(f => f.Name)
            .Distinct()
            .ToList();
        return other.Count == 0
            ? [new(Files, "文件的次序或正文、附件之分")]
            : other.Select(name => new ReviewedDifference(Files, $"文件“{name}”"));
    }

    private static IEnumerable<ReviewedDifference> Of(IReadOnlyList<Answer> signed, IReadOnlyList<Answer> now) =>
        now.Where(a =>
                a.Yes is not null
                && (signed.FirstOrDefault(s => s.Criterion == a.Criterion) is not { } was || Answers.ToJson([was]) != Answers.ToJson([a]))
            )
            .Select(a => new ReviewedDifference(SelfReview, $"自查“{Criteria.Find(a.Criterion).Name}”的回答"));
}
