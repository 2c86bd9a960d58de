using Disclosure.Core.Bureau;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>
/// An item as papers, archive and packages take it: what the case file says, with the names that stand beside it. What only a page shows is
/// no part of it.
/// </summary>
public sealed record CaseRecord
{
    /// <summary>Key.</summary>
    public required int Id { get; init; }

    /// <summary>Version read.</summary>
    public required int Version { get; init; }

    /// <summary>Number, or null before the first sending.</summary>
    public required string? Number { get; init; }

    /// <summary>State.</summary>
    public required ItemState State { get; init; }

    /// <summary>Round.</summary>
    public required int Round { get; init; }

    /// <summary>Index number in the annual catalogue, or null.</summary>
    public required string? CatalogueIndex { get; init; }

    /// <summary>The route.</summary>
    public required Route Route { get; init; }

    /// <summary>The step it waits at.</summary>
    public required RouteStep Step { get; init; }

    /// <summary>Submitting unit.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Reviewing section.</summary>
    public required Unit Section { get; init; }

    /// <summary>What is under review, or the draft while with the editor.</summary>
    public required ItemContent Content { get; init; }

    /// <summary>Body and attachments of that content.</summary>
    public required IReadOnlyList<ItemFileRow> Files { get; init; }

    /// <summary>All signatures, oldest first.</summary>
    public required IReadOnlyList<SignatureView> Signatures { get; init; }

    /// <summary>The editor's answers so far.</summary>
    public required IReadOnlyList<Answer> EditorAnswers { get; init; }

    /// <summary>Fingerprint of what is under review; empty before the first sending.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>All that the law of the step looks at.</summary>
    public required ReviewState Review { get; init; }

    /// <summary>True when the director must sign.</summary>
    public bool DirectorRequired => Review.DirectorNeeded;

    /// <summary>Puts a case file in plain values.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="reader">Staff key of whoever reads.</param>
    /// <param name="files">Body and attachments of what is under review.</param>
    internal static CaseRecord Of(CaseFile file, int reader, Unit unit, Unit section, IEnumerable<ItemFile> files) =>
        new()
        {
            Id = file.Item.Id,
            Version = file.Item.Version,
            Number = file.Item.Number,
            State = file.Item.State,
            Round = file.Item.Round,
            CatalogueIndex = file.Item.CatalogueIndex,
            Route = file.Route,
            Step = file.Step,
            Unit = unit,
            Section = section,
            Content = file.Content,
            Files = [.. files.Select(ItemFileRow.Of)],
            Signatures = [.. file.Signatures.Select(s => SignatureView.Of(file, s))],
            EditorAnswers = file.EditorAnswers,
            Fingerprint = file.Revision?.Fingerprint ?? "",
            Review = file.ReviewFor(reader),
        };
}
