using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Core.Store;
using Disclosure.Core.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Disclosure.Core.Publication;

/// <summary>What a check gave.</summary>
public enum CheckResult
{
    /// <summary>一致（文件相同）: every byte is the same.</summary>
    SameFile,

    /// <summary>一致（文字相同）.</summary>
    SameText,

    /// <summary>不一致.</summary>
    Different,

    /// <summary>正文一致，首尾另有文字: the page around the text was copied along.</summary>
    SameInPage,
}

/// <summary>How the published thing came in.</summary>
public enum CheckWay
{
    /// <summary>上传渠道上的文件.</summary>
    Upload,

    /// <summary>粘贴网页文字.</summary>
    Paste,
}

/// <summary>
/// 核对发布件 (D3): what stands on a channel held against what was approved. Kept with the publication and never changed.
/// </summary>
public sealed class ConsistencyCheck
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public required int SubmissionId { get; init; }

    /// <summary>The channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The revision as approved.</summary>
    public required int RevisionId { get; init; }

    /// <summary>Name of the approved file it was held against.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of that file.</summary>
    public required string FileSha256 { get; init; }

    /// <summary>Uploaded or pasted.</summary>
    public required CheckWay Way { get; init; }

    /// <summary>Name of the uploaded file; empty for pasted text.</summary>
    public required string FoundName { get; init; }

    /// <summary>SHA-256 of what was uploaded or pasted (UTF-8), kept in the blob store.</summary>
    public required string FoundSha256 { get; init; }

    /// <summary>The result.</summary>
    public required CheckResult Result { get; init; }

    /// <summary>What there is to say beside the result, in Chinese; empty when nothing.</summary>
    public required string Note { get; init; }

    /// <summary>How many differences there are.</summary>
    public required int Total { get; init; }

    /// <summary>The first of them as JSON.</summary>
    public required string DifferencesJson { get; init; }

    /// <summary>Who checked.</summary>
    public required int StaffId { get; init; }

    /// <summary>Name at the time.</summary>
    public required string StaffName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Text of a list of differences as it is kept.</summary>
    public static string ToJson(IReadOnlyList<TextDifference> differences) => JsonSerializer.Serialize(differences, Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static IReadOnlyList<TextDifference> FromJson(string json) => JsonSerializer.Deserialize<List<TextDifference>>(json, Json)!;
}

internal sealed class ConsistencyMapping : IEntityTypeConfiguration<ConsistencyCheck>
{
    public void Configure(EntityTypeBuilder<ConsistencyCheck> builder)
    {
        builder.ToTable("ConsistencyChecks");
        builder.HasIndex(c => new { c.SubmissionId, c.Channel });
        builder.HasOne<Submission>().WithMany().HasForeignKey(c => c.SubmissionId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The table of checks.</summary>
public static class ConsistencyTables
{
    extension(DisclosureDb db)
    {
        /// <summary>Checks of what is published.</summary>
        public DbSet<ConsistencyCheck> ConsistencyChecks => db.Set<ConsistencyCheck>();
    }
}

/// <summary>Words of the checks.</summary>
public static class ConsistencyWords
{
    /// <summary>Chinese name.</summary>
    public static string Name(this CheckResult result) =>
        result switch
        {
            CheckResult.SameFile => "一致（文件相同）",
            CheckResult.SameText => "一致（文字相同）",
            CheckResult.Different => "不一致",
            CheckResult.SameInPage => "正文一致，首尾另有网页文字",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this CheckWay way) =>
        way switch
        {
            CheckWay.Upload => "上传文件",
            CheckWay.Paste => "粘贴文字",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.Changed => "改动",
            DifferenceKind.Missing => "缺少",
            DifferenceKind.Added => "多出",
            DifferenceKind.Before => "正文之前",
            DifferenceKind.After => "正文之后",
        };
}
