namespace Disclosure.Core.Submissions;

/// <summary>What an item does to one that is already published (procedure §7).</summary>
public enum AmendmentKind
{
    /// <summary>更正: it was wrong.</summary>
    Correction,

    /// <summary>数据修订: the figures were revised, with their basis (统计法实施条例 art. 26).</summary>
    DataRevision,

    /// <summary>下线: it comes down.</summary>
    TakeDown,
}

/// <summary>Why something comes down.</summary>
public enum TakeDownGround
{
    /// <summary>发布有误.</summary>
    Error,

    /// <summary>期限届满: the notice has ended (D6).</summary>
    Expired,

    /// <summary>依法撤回.</summary>
    Lawful,

    /// <summary>泄密紧急下线: acts at once, countersigned after.</summary>
    Secrecy,
}

/// <summary>
/// The part of an item's content that says what it changes; which item and how stands fast from the beginning, the words are the editor's.
/// </summary>
public sealed class Amendment
{
    /// <summary>The published item.</summary>
    public int ItemId { get; set; }

    /// <summary>What is done to it.</summary>
    public AmendmentKind Kind { get; set; }

    /// <summary>Why it comes down; null for the other kinds or while not chosen.</summary>
    public TakeDownGround? Ground { get; set; }

    /// <summary>Its number on the form.</summary>
    public string Number { get; set; } = "";

    /// <summary>Its title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Its index number in the annual catalogue.</summary>
    public string Index { get; set; } = "";

    /// <summary>Day it was published.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>Reason, at most 500 characters.</summary>
    public string Reason { get; set; } = "";

    /// <summary>What stood there and what will: 原表述与现表述; for corrections and revisions.</summary>
    public string Changes { get; set; } = "";

    /// <summary>Basis of a revision: document, rule or final figures it follows.</summary>
    public string Basis { get; set; } = "";
}

/// <summary>Words and sentences of amendments.</summary>
public static class AmendmentRules
{
    /// <summary>Name of the field for the reason.</summary>
    public const string Reason = "AmendmentReason";

    /// <summary>Name of the field for what changes.</summary>
    public const string Changes = "AmendmentChanges";

    /// <summary>Name of the field for the basis.</summary>
    public const string Basis = "AmendmentBasis";

    /// <summary>Name of the field for the ground.</summary>
    public const string Ground = "AmendmentGround";

    /// <summary>Chinese name.</summary>
    public static string Name(this AmendmentKind kind) =>
        kind switch
        {
            AmendmentKind.Correction => "更正",
            AmendmentKind.DataRevision => "数据修订",
            AmendmentKind.TakeDown => "下线",
        };

    /// <summary>Chinese name.</summary>
    public static string Name(this TakeDownGround ground) =>
        ground switch
        {
            TakeDownGround.Error => "发布有误",
            TakeDownGround.Expired => "期限届满",
            TakeDownGround.Lawful => "依法撤回",
            TakeDownGround.Secrecy => "泄密紧急下线",
        };

    /// <summary>Title of the amending item as it begins; the published text of a correction keeps the title it had.</summary>
    public static string TitleOf(AmendmentKind kind, string title)
    {
        var whole = kind == AmendmentKind.TakeDown ? $"关于下线《{title}》" : $"{title}（{kind.Name()}）";
        return whole.Length <= ContentRules.TitleLength ? whole : whole[..ContentRules.TitleLength];
    }

    /// <summary>True when the item carries new text to publish, and so a body file.</summary>
    public static bool NeedsText(ItemContent c) => c.Amendment is not { Kind: AmendmentKind.TakeDown };

    /// <summary>What the amendment still lacks.</summary>
    public static IEnumerable<FieldProblem> Check(ItemContent c)
    {
        if (c.Amendment is not { } a)
        {
            yield break;
        }
        if (string.IsNullOrWhiteSpace(a.Reason) || a.Reason.Length > ContentRules.TextLength)
        {
            yield return new(Reason, $"请写明{a.Kind.Name()}的原因，不超过 {ContentRules.TextLength} 个字。");
        }
        if (a.Kind == AmendmentKind.TakeDown && a.Ground is null)
        {
            yield return new(Ground, "请选择下线的类别。");
        }
        if (a.Kind != AmendmentKind.TakeDown && (string.IsNullOrWhiteSpace(a.Changes) || a.Changes.Length > ContentRules.TextLength))
        {
            yield return new(Changes, $"请写明原表述和现表述，不超过 {ContentRules.TextLength} 个字。");
        }
        if (a.Kind == AmendmentKind.DataRevision && string.IsNullOrWhiteSpace(a.Basis))
        {
            yield return new(Basis, "数据修订须写明依据（统计法实施条例第二十六条）。");
        }
    }
}
