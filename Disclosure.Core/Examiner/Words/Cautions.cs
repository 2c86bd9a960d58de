using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Words;

/// <summary>M-04 to M-08: caution words and draft words, as labels and in prose; one finding of a kind for each text.</summary>
internal static class Cautions
{
    private static readonly string[] OfData = ["初步数", "快报数", "未经核实", "未经审定", "初步数据", "快报数据"];

    /// <summary>A caution word at a place.</summary>
    public static void Caution(ExaminedText text, int at, int length, Notes notes)
    {
        var standing = text.Text.AsSpan(at).StartsWith("密级") ? Standing.Label : LabelDetection.Of(text, at, length);
        if (standing == Standing.Prose)
        {
            Mention(WordRules.CautionMention, text, at, length, "语句中提到内部资料类字样", notes);
            return;
        }
        if (text.Once(WordRules.Caution.Code))
        {
            notes.Add(
                WordRules.Caution,
                text,
                new(at, length),
                standing is Standing.Label or Standing.Bracket ? Confidence.High : Confidence.Medium,
                standing == Standing.Restriction ? "语句限制本件的使用或传播范围" : "内部资料类字样作为标注出现",
                sensitive: false
            );
        }
    }

    /// <summary>A draft word at a place.</summary>
    public static void Draft(ExaminedText text, int at, int length, Notes notes)
    {
        var rule = OfData.Any(w => w.StartsWith(text.Text.Substring(at, length), StringComparison.Ordinal))
            ? WordRules.Preliminary
            : WordRules.Draft;
        var standing = LabelDetection.Of(text, at, length);
        // 注：2025年为初步数 is how tables are explained, no label of the whole.
        if (standing is Standing.Prose or Standing.Restriction || text.Text.StartsWith('注'))
        {
            Mention(WordRules.DraftMention, text, at, length, "语句中提到未定稿、未定数据类字样", notes);
            return;
        }
        if (text.Once(rule.Code))
        {
            var first = text.IsHead || text.IsLabelPlace || text.Kind == PassageKind.Heading;
            notes.Add(
                rule,
                text,
                new(at, length),
                first ? Confidence.High : Confidence.Medium,
                first ? "标题、文首或文件名等位置标有未定字样" : "短行或括号中标有未定字样",
                first ? Severity.A : Severity.B,
                sensitive: false
            );
        }
    }

    private static void Mention(RuleFacts rule, ExaminedText text, int at, int length, string why, Notes notes)
    {
        if (text.Once(rule.Code))
        {
            notes.Add(rule, text, new(at, length), Confidence.Low, why, sensitive: false);
        }
    }
}
