using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Store;

/// <summary>
/// Every column of every table that refers to content by its hash. By name: the store knows no feature, and a restore reads stores of other
/// versions.
/// </summary>
public static class ContentHolders
{
    /// <summary>Kind of holder, table, key of the holder and column of the hash.</summary>
    public static readonly IReadOnlyList<(HolderKind Kind, string Table, string Key, string Column)> All =
    [
        // Drafts, revisions, scans of signed pages and sheets, papers.
        (HolderKind.Item, "ItemFiles", "SubmissionId", "Sha256"),
        (HolderKind.Item, "ConsistencyChecks", "SubmissionId", "FoundSha256"),
        (HolderKind.Delegation, "Delegations", "Id", "ScanSha256"),
        (HolderKind.DutyEntry, "DutyEntries", "Id", "FileSha256"),
    ];

    private static string MissingSql =>
        $"SELECT r.* FROM ({Sql(All)}) r WHERE NOT EXISTS (SELECT 1 FROM Blobs b WHERE b.Sha256 = r.Sha256)";

    /// <summary>SQL that answers Sha256, Kind and Key of every reference in these tables.</summary>
    internal static string Sql(IEnumerable<(HolderKind Kind, string Table, string Key, string Column)> tables) =>
        string.Join(
            " UNION ",
            tables.Select(t =>
                $"SELECT {t.Column} AS Sha256, '{t.Kind}' AS Kind, {t.Key} AS Key FROM {t.Table} WHERE {t.Column} IS NOT NULL"
            )
        );

    /// <summary>Who refers to any of these contents.</summary>
    internal static async Task<List<(string Sha256, Holder Holder)>> OfAsync(
        DisclosureDb db,
        IReadOnlyCollection<string> shas,
        CancellationToken ct
    ) =>
        [
            .. (await db.Database.SqlQueryRaw<Reference>(Sql(All)).Where(r => shas.Contains(r.Sha256)).ToListAsync(ct)).Select(r =>
                (r.Sha256, new Holder(Enum.Parse<HolderKind>(r.Kind), r.Key))
            ),
        ];

    /// <summary>Contents that are referred to and not in the store, each with who refers to it.</summary>
    internal static async Task<List<(string Sha256, Holder Holder)>> MissingAsync(DisclosureDb db, CancellationToken ct) =>
        [
            .. (
                await db
                    .Database.SqlQueryRaw<Reference>(MissingSql)
                    .OrderBy(r => r.Kind)
                    .ThenBy(r => r.Key)
                    .ThenBy(r => r.Sha256)
                    .ToListAsync(ct)
            ).Select(r => (r.Sha256, new Holder(Enum.Parse<HolderKind>(r.Kind), r.Key))),
        ];

    private sealed record Reference(string Sha256, string Kind, int Key);
}
