using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Core.Common;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Core.Audit;

/// <summary>What is to be written down; the chain adds position and hash.</summary>
public sealed record AuditFact(Actor By, string Action, string Detail, DateTime At)
{
    /// <summary>Duty acted under, in Chinese.</summary>
    public string Duty { get; init; } = "";

    /// <summary>Name of the person acted for.</summary>
    public string ActingFor { get; init; } = "";

    /// <summary>The item concerned.</summary>
    public int? SubmissionId { get; init; }

    /// <summary>Fingerprint of the revision concerned.</summary>
    public string Fingerprint { get; init; } = "";
}

/// <summary>Appends to the chain inside the caller's transaction; the write gate makes the position unique.</summary>
public static class AuditTrail
{
    /// <summary>Name and version of the hash: SHA-256 over length-prefixed UTF-8 fields.</summary>
    public const string Algorithm = "SHA-256/1";

    /// <summary>What stands before the first entry.</summary>
    public static readonly string Genesis = new('0', 64);

    /// <summary>Adds one entry; saved with everything else of the transaction.</summary>
    public static async Task AppendAsync(DisclosureDb db, AuditFact fact)
    {
        var last =
            db.Audit.Local.Count > 0
                ? db.Audit.Local.MaxBy(e => e.Seq)
                : await db.Audit.AsNoTracking().OrderByDescending(e => e.Seq).FirstOrDefaultAsync();
        var previous = last?.Hash ?? Genesis;
        var seq = (last?.Seq ?? 0) + 1;
        db.Audit.Add(
            new AuditEntry
            {
                Seq = seq,
                PreviousHash = previous,
                Hash = HashOf(seq, previous, fact),
                Algorithm = Algorithm,
                At = fact.At,
                StaffId = fact.By.StaffId,
                StaffName = fact.By.Name,
                Duty = fact.Duty,
                ActingFor = fact.ActingFor,
                Action = fact.Action,
                Detail = fact.Detail,
                SubmissionId = fact.SubmissionId,
                Fingerprint = fact.Fingerprint,
                Address = fact.By.Address,
            }
        );
    }

    /// <summary>The hash an entry must have, 64 lower-case hex digits.</summary>
    public static string HashOf(AuditEntry e) =>
        HashOf(
            e.Seq,
            e.PreviousHash,
            new AuditFact(new Actor(e.StaffId, e.StaffName, e.Address), e.Action, e.Detail, e.At)
            {
                Duty = e.Duty,
                ActingFor = e.ActingFor,
                SubmissionId = e.SubmissionId,
                Fingerprint = e.Fingerprint,
            }
        );

    private static string HashOf(long seq, string previous, AuditFact f)
    {
        var text = new StringBuilder();
        // Every field carries its length, so that no two different entries give the same bytes.
        foreach (
            var field in (ReadOnlySpan<string>)
                [
                    Algorithm,
                    seq.ToString(CultureInfo.InvariantCulture),
                    previous,
                    f.At.Ticks.ToString(CultureInfo.InvariantCulture),
                    f.By.StaffId.ToString(CultureInfo.InvariantCulture),
                    f.By.Name,
                    f.Duty,
                    f.ActingFor,
                    f.Action,
                    f.Detail,
                    f.SubmissionId?.ToString(CultureInfo.InvariantCulture) ?? "",
                    f.Fingerprint,
                    f.By.Address,
                ]
        )
        {
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field}\n");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
