using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Evidence;

/// <summary>A paragraph or a row of a table of a file, as somebody reads it.</summary>
/// <param name="Part">Name of its part as findings name it: 正文, 工作表“表一”, 第 3 页.</param>
/// <param name="Line">Number of the paragraph or row within the part, or null.</param>
/// <param name="Table">Which table it is a row of, from 1; 0 for a paragraph.</param>
/// <param name="Text">Words of a paragraph; of a row its cells, divided by tabs.</param>
/// <param name="Cells">Cells of a row, by rising column.</param>
/// <param name="HiddenBy">Why nobody sees it on opening the file, or null.</param>
public sealed record TextBlock(
    string Part,
    int? Line,
    int Table,
    string Text,
    IReadOnlyList<PreviewCell> Cells,
    string? HiddenBy,
    PassageKind Kind
)
{
    /// <summary>What became of it since the version it is held against.</summary>
    public ParagraphChange Change { get; init; }
}

/// <summary>Which earlier version a text is held against.</summary>
/// <param name="Revision">Number of the version.</param>
/// <param name="LastSeen">True when it is the one the reader looked at last; false for the one sent before.</param>
/// <param name="Changes">Paragraphs and rows that were added or taken out; null where the texts are too far apart.</param>
public sealed record TextBase(int Revision, bool LastSeen, int? Changes);

/// <summary>A stretch of a file as it reads from beginning to end, over all its parts.</summary>
/// <param name="Blocks">Paragraphs and rows.</param>
/// <param name="From">Blocks before them.</param>
/// <param name="Total">Blocks in all; at the bound of reading, at least so many.</param>
/// <param name="Unread">Texts that no page shows (properties, addresses behind words): the preview lists them.</param>
/// <param name="Refused">Why nothing could be read, or null.</param>
/// <param name="Pictures">Pages that are pictures without text, by number; a picture file has one.</param>
public sealed record ReadableText(
    int ItemId,
    int FileId,
    string Name,
    IReadOnlyList<TextBlock> Blocks,
    int From,
    int Total,
    int Unread,
    string? Refused,
    IReadOnlyList<int> Pictures
)
{
    /// <summary>The version it is held against, or null for a first version.</summary>
    public TextBase? Base { get; init; }
}

/// <summary>Keeps everything that is read of a file, in order.</summary>
internal sealed class TextSink(int most) : IContentSink
{
    private readonly Lock gate = new();
    private readonly List<TextBlock> blocks = [];
    private TableSource? table;
    private int tables;
    private bool closed;

    /// <summary>Paragraphs and rows.</summary>
    public IReadOnlyList<TextBlock> Blocks => blocks;

    /// <summary>Texts that no page shows.</summary>
    public int Unread { get; private set; }

    /// <inheritdoc/>
    public void Passage(Passage passage)
    {
        if (
            passage.Kind
            is PassageKind.FileName
                or PassageKind.SheetName
                or PassageKind.Property
                or PassageKind.Formula
                or PassageKind.Cache
                or PassageKind.Orphan
                or PassageKind.Behind
        )
        {
            Unread++;
            return;
        }
        Add(new TextBlock(passage.Place.Whole, passage.Place.Line, 0, passage.Text, [], passage.HiddenBy, passage.Kind));
    }

    /// <inheritdoc/>
    public void BeginTable(TableSource source) => (table, tables) = (source, tables + 1);

    /// <inheritdoc/>
    public void Row(CellRow row)
    {
        var source = table!;
        var line = source.IsSheet ? row.Number : (source.Place.Line ?? 1) + row.Number - 1;
        Add(
            new TextBlock(
                source.Place.Whole,
                line,
                tables,
                string.Join('\t', row.Cells.Select(c => c.Text)),
                [.. row.Cells.Select(c => new PreviewCell(c.Column, source.IsSheet ? c.Address(row.Number) : "", c.Text, c.HiddenBy))],
                row.HiddenBy ?? source.HiddenBy,
                PassageKind.Body
            )
        );
    }

    /// <inheritdoc/>
    public void EndTable(TableEnd end) { }

    /// <inheritdoc/>
    public void Observe(Observation observation) { }

    /// <summary>Nothing more comes in, even from a reader that is still running.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
        }
    }

    private void Add(TextBlock block)
    {
        lock (gate)
        {
            if (closed || blocks.Count >= most)
            {
                throw new OperationCanceledException();
            }
            blocks.Add(block);
        }
    }
}
