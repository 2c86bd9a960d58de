using UglyToad.PdfPig;
using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.AcroForms.Fields;

namespace Disclosure.Core.Examiner.Reading;

/// <summary>What lies in a PDF beside its pages: properties, notes, fields, addresses, files, scripts, earlier states.</summary>
internal sealed class PdfExtras(PdfDocument document, byte[] file, IContentSink sink)
{
    private const int Most = 5_000;
    private readonly List<CoveragePart> coverage = [];
    private readonly List<EmbeddedFile> embedded = [];
    private readonly Place whole = new() { Part = "文件属性" };
    private int said;

    /// <summary>What was counted.</summary>
    public IReadOnlyList<CoveragePart> Coverage => coverage;

    /// <summary>Files inside.</summary>
    public IReadOnlyList<EmbeddedFile> Embedded => embedded;

    /// <summary>Reads all of it; what cannot be read is named in the coverage and stops nothing else.</summary>
    public void Read()
    {
        Properties();
        foreach (var (what, read) in new (string, Action)[] { ("批注和链接", Annotations), ("表单域", Fields), ("书签", Bookmarks), ("嵌入文件", Files) })
        {
            try
            {
                read();
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException or ReadingLimitException))
            {
                coverage.Add(new CoveragePart($"处{what}", 0, 1, "已损坏"));
            }
        }
        States();
    }

    private void Properties()
    {
        var info = document.Information;
        foreach (var (label, value, kind) in new (string, string?, ObservationKind?)[]
        {
            ("标题", info.Title, null), ("主题", info.Subject, null), ("关键词", info.Keywords, null), ("作者", info.Author, ObservationKind.Author), ("制作程序", info.Creator, null),
        })
        {
            if (value?.Trim() is { Length: > 0 } text)
            {
                sink.Passage(new Passage(whole, PassageKind.Property, text) { Label = label });
                if (kind is { } seen)
                {
                    sink.Observe(new Observation(seen, whole, $"{label}：{text}"));
                }
            }
        }
    }

    private void Annotations()
    {
        for (var number = 1; number <= document.NumberOfPages && said < Most; number++)
        {
            var (notes, place) = (0, new Place { Part = $"第 {number} 页", Page = number, Key = $"{number}" });
            foreach (var annotation in document.GetPage(number).GetAnnotations())
            {
                if (annotation.Content?.Trim() is { Length: > 0 } words)
                {
                    notes++;
                    Say(place, PassageKind.Annotation, words);
                }
                if (annotation.Action is UriAction { Uri: { Length: > 0 } uri })
                {
                    Say(place, PassageKind.Behind, uri);
                }
            }
            if (notes > 0)
            {
                sink.Observe(new Observation(ObservationKind.Annotations, place, $"批注 {notes} 条", notes));
            }
        }
    }

    private void Fields()
    {
        if (!document.TryGetForm(out var form))
        {
            return;
        }
        foreach (var field in form.Fields)
        {
            var value = field switch { AcroTextField text => text.Value, AcroComboBoxField box => string.Join('，', box.SelectedOptions), _ => null };
            if (value?.Trim() is { Length: > 0 } words)
            {
                Say(new Place { Part = "表单域", Page = field.PageNumber }, PassageKind.Annotation, words);
            }
        }
    }

    private void Bookmarks()
    {
        if (document.TryGetBookmarks(out var bookmarks))
        {
            foreach (var node in bookmarks.GetNodes())
            {
                Say(new Place { Part = "书签" }, PassageKind.Behind, node.Title);
            }
        }
    }

    private void Files()
    {
        if (!document.Advanced.TryGetEmbeddedFiles(out var files))
        {
            return;
        }
        foreach (var inside in files)
        {
            var (bytes, place) = (inside.Memory.ToArray(), new Place { Part = "嵌入文件", Key = inside.Name });
            var name = FileKinds.Named(inside.Name, bytes);
            sink.Observe(new Observation(ObservationKind.EmbeddedFile, place, name));
            embedded.Add(new EmbeddedFile(name, place, () => new MemoryStream(bytes, false)));
        }
    }

    // Whoever saves a change in place leaves what was there before in the file; a file made for the web has two ends by nature.
    private void States()
    {
        var ends = 0;
        for (var rest = file.AsSpan(); rest.IndexOf("%%EOF"u8) is >= 0 and var at; rest = rest[(at + 5)..])
        {
            ends++;
        }
        var natural = file.AsSpan(0, Math.Min(file.Length, 2048)).IndexOf("/Linearized"u8) >= 0 ? 2 : 1;
        if (ends > natural)
        {
            sink.Observe(new Observation(ObservationKind.EarlierStates, whole, $"{ends - natural} 个较早的状态", ends - natural));
        }
        if (file.AsSpan().IndexOf("/JavaScript"u8) >= 0 || file.AsSpan().IndexOf("/Launch"u8) >= 0)
        {
            sink.Observe(new Observation(ObservationKind.Script, whole, "脚本或启动动作"));
        }
    }

    private void Say(Place place, PassageKind kind, string text)
    {
        if (said++ < Most)
        {
            sink.Passage(new Passage(place, kind, text.ReplaceLineEndings(" ")));
        }
    }
}
