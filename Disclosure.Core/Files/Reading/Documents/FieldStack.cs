using System.Text;

namespace Disclosure.Core.Files.Reading;

/// <summary>Fields that are open while a document is read, with what they were told to do.</summary>
internal sealed class FieldStack
{
    // What every document does: numbers of pages, tables of contents, references within itself.
    private static readonly HashSet<string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        "PAGE",
        "NUMPAGES",
        "SECTIONPAGES",
        "SECTION",
        "TOC",
        "REF",
        "PAGEREF",
        "NOTEREF",
        "SEQ",
        "STYLEREF",
        "DATE",
        "TIME",
        "EQ",
        "SYMBOL",
        "FORMTEXT",
        "FORMCHECKBOX",
        "FORMDROPDOWN",
        "ADVANCE",
        "BIDIOUTLINE",
        "AUTONUM",
        "AUTONUMLGL",
        "LISTNUM",
        "NUMWORDS",
        "NUMCHARS",
        "INDEX",
        "SHAPE",
        "PRINTDATE",
        "SAVEDATE",
        "CREATEDATE",
        "EDITTIME",
        "REVNUM",
        "FILESIZE",
    };

    private readonly Stack<(StringBuilder Instruction, bool IsResult)> open = new();

    /// <summary>Something that the file asks another program for.</summary>
    public int Dde { get; private set; }

    /// <summary>Handles the begin, the middle or the end of a field; hands back an instruction that says something.</summary>
    public string? Mark(string? type)
    {
        switch (type)
        {
            case "begin":
                open.Push((new StringBuilder(), false));
                return null;
            case "separate" when open.TryPop(out var field):
                open.Push((field.Instruction, true));
                return Told(field.Instruction.ToString());
            case "end" when open.TryPop(out var field) && !field.IsResult:
                return Told(field.Instruction.ToString());
            default:
                return null;
        }
    }

    /// <summary>Adds words of an instruction; false when no field is open for them.</summary>
    public bool Add(string words)
    {
        if (!open.TryPeek(out var field) || field.IsResult)
        {
            return false;
        }
        field.Instruction.Append(words);
        return true;
    }

    /// <summary>The instruction, or null when it says nothing of its own.</summary>
    public string? Told(string instruction)
    {
        instruction = instruction.Trim();
        var word = instruction.Split([' ', '\t', '\n', '"'], 2)[0];
        Dde += word.StartsWith("DDE", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        var isWithin =
            word.Equals("HYPERLINK", StringComparison.OrdinalIgnoreCase)
            && instruction[word.Length..].TrimStart().StartsWith("\\l", StringComparison.Ordinal);
        return instruction.Length == 0 || isWithin || word.StartsWith('=') || Usual.Contains(word) ? null : instruction;
    }
}
