using System.Diagnostics;
using System.Globalization;
using System.Text;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Formats;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Disclosure.Bench;

/// <summary>The examiner: text a second on one core, large files with their memory, and the elimination.</summary>
internal static class ExamineBench
{
    private const int Unknowns = 500;

    private static readonly string[] Sentences =
    [
        "全年全市地区生产总值同比增长6.5%，其中第一产业增加值41.86亿元，第二产业增加值98.70亿元。",
        "规模以上工业企业实现营业收入1234.5万元，比上年同期提高2.3个百分点；固定资产投资增长8.1%。",
        "居民消费价格总水平比上年上涨0.4%，城镇居民人均可支配收入45210元，农村居民人均可支配收入18350元。",
        "市统计局组织各县区统计人员开展业务培训，内容涉及农牧业、投资、能源统计报表制度与数据质量控制。",
    ];

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-examine");
        try
        {
            await TextAsync(folder.FullName);
            await WorkbookAsync();
            await PdfAsync();
            await CsvAsync(folder.FullName);
            await EliminationAsync();
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static async Task TextAsync(string folder)
    {
        var path = Path.Combine(folder, "text.txt");
        await using (var file = new StreamWriter(path, false, Encoding.UTF8))
        {
            for (var i = 0; i < 300_000; i++)
            {
                await file.WriteLineAsync($"{Sentences[i % Sentences.Length]}联系电话见末页，编号{i}。");
            }
        }
        await FileAsync("text, UTF-8", path);
    }

    private static async Task WorkbookAsync()
    {
        var rows = Enumerable
            .Range(0, 65_000)
            .Select(r => (IReadOnlyList<object?>)[$"第{r}村", .. Enumerable.Range(0, 11).Select(c => (object?)((r * 7) + (c * 13)))])
            .ToList();
        var book = Workbook.File(new WorkbookSheet("名录", ["村", .. Enumerable.Range(1, 11).Select(c => $"指标{c}")], rows));
        rows.Clear();
        await OneAsync("xlsx, 65,000 rows of 12", "a.xlsx", new MemoryStream(book, false));
    }

    private static async Task PdfAsync()
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var p = 1; p <= 300; p++)
        {
            var page = builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
            for (var line = 0; line < 45; line++)
            {
                page.AddText(
                    $"Line {line} of page {p}: total output 1234.{line} grew by 6.5 percent over the year before",
                    9,
                    new PdfPoint(60, 780 - (line * 16)),
                    font
                );
            }
        }
        await OneAsync("pdf, 300 pages", "a.pdf", new MemoryStream(builder.Build(), false));
    }

    private static async Task CsvAsync(string folder)
    {
        var path = Path.Combine(folder, "large.csv");
        await using (var file = new StreamWriter(path, false, Encoding.UTF8))
        {
            await file.WriteLineAsync("序号,乡镇,作物,面积（亩）,产量（吨）,单产（公斤）");
            for (var i = 0; file.BaseStream.Position < 200_000_000; i++)
            {
                await file.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{i},某乡第{i % 97}村,青稞,{i % 1000 * 1.5},{i % 700 * 0.4},{350 + (i % 60)}"
                    )
                );
            }
        }
        await FileAsync("csv, 200 MB", path);
    }

    /// <summary>
    /// A table of 25 rows and 20 columns with row and column totals, every inner cell hidden: nothing can be computed, and that has to be
    /// proved.
    /// </summary>
    private static async Task EliminationAsync()
    {
        var (rows, columns, random) = (25, Unknowns / 25, new Random(5));
        var values = Enumerable
            .Range(0, rows)
            .Select(_ => Enumerable.Range(0, columns).Select(_ => random.Next(1000, 100_000)).ToArray())
            .ToArray();
        var text = new StringBuilder("行业").AppendJoin("", Enumerable.Range(1, columns).Select(c => $",县{c}（万元）")).Append(",合计\n");
        for (var r = 0; r < rows; r++)
        {
            text.Append(CultureInfo.InvariantCulture, $"行业{r + 1}")
                .AppendJoin("", Enumerable.Repeat(",*", columns))
                .Append(CultureInfo.InvariantCulture, $",{values[r].Sum()}\n");
        }
        text.Append("合计")
            .AppendJoin("", Enumerable.Range(0, columns).Select(c => $",{values.Sum(r => r[c])}"))
            .Append(CultureInfo.InvariantCulture, $",{values.Sum(r => r.Sum())}\n");
        await OneAsync(
            $"elimination, {rows * columns} unknowns",
            "a.csv",
            new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()), false)
        );
    }

    private static async Task FileAsync(string name, string path)
    {
        await using var content = File.OpenRead(path);
        await OneAsync(name, Path.GetFileName(path), content);
    }

    private static async Task OneAsync(string name, string file, Stream content)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var (before, work, watch) = (process.WorkingSet64, process.TotalProcessorTime, Stopwatch.StartNew());
        var peak = before;
        using var stop = new CancellationTokenSource();
        var looking = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var now = Process.GetCurrentProcess();
                peak = Math.Max(peak, now.WorkingSet64);
                await Task.Delay(20);
            }
        });
        var examination = await FileExaminer.ExamineAsync(file, content, ExaminerSettings.Usual);
        var seconds = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await looking;
        process.Refresh();
        Console.WriteLine(
            $"{name}: {content.Length / 1e6:0.0} MB in {seconds:0.00} s, "
                + $"{content.Length / 1e6 / (process.TotalProcessorTime - work).TotalSeconds:0.0} MB for a second of processor, "
                + $"{(peak - before) / 1e6:0} MB more; {examination.Findings.Count} findings, {examination.Coverage.Line}"
        );
    }
}
