using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Core.Examiner;
using Disclosure.Core.Files.Reading;
using Disclosure.Web.Setup;

namespace Disclosure.Web.Commands;

/// <summary>
/// examine: what the examiner finds in files, one line of JSON each; for the bureau's own batch use and for measuring. Needs no store.
/// </summary>
internal static class ExamineVerb
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("文件") { Description = "要检查的文件，可以多个", Arity = ArgumentArity.ZeroOrMore };
        var rules = new Option<bool>("--rules") { Description = "列出全部规则，不检查文件" };
        var item = new Option<bool>("--item") { Description = "把这些文件当作一件稿件，跨文件推算" };
        var open = new Option<bool>("--open") { Description = "显示遮盖的内容和推算出的数；输出须妥善保管" };
        var worker = new Option<bool>(ExaminerProcess.WorkerOption) { Description = "由服务自己启动", Hidden = true };
        var verb = new Command("examine", "检查文件，逐个输出一行 JSON；不论查出什么，退出码都是 0");
        verb.Arguments.Add(files);
        foreach (var option in (Option[])[rules, item, open, worker])
        {
            verb.Options.Add(option);
        }
        verb.Validators.Add(r =>
        {
            if (!r.GetValue(rules) && !r.GetValue(worker) && r.GetValue(files) is not { Length: > 0 })
            {
                r.AddError("请给出要检查的文件，或用 --rules 列出规则。");
            }
        });
        verb.SetAction(
            async (parse, ct) =>
            {
                if (parse.GetValue(worker))
                {
                    return await ExaminerProcess.WorkAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), ct);
                }
                if (parse.GetValue(rules))
                {
                    foreach (var rule in RuleBook.All)
                    {
                        Console.WriteLine(
                            JsonSerializer.Serialize(
                                new
                                {
                                    rule = rule.Code,
                                    name = rule.Name,
                                    criterion = rule.Criterion,
                                    severity = rule.Severity.ToString(),
                                    what = rule.What,
                                    why = rule.Why,
                                    action = rule.Action,
                                },
                                Json
                            )
                        );
                    }
                    return 0;
                }
                return await ExamineAsync(parse.GetRequiredValue(files), parse.GetValue(item), parse.GetValue(open), ct);
            }
        );
        return verb;
    }

    private static async Task<int> ExamineAsync(FileInfo[] files, bool asItem, bool open, CancellationToken ct)
    {
        await using var process = new ExaminerProcess();
        var examined = new List<ExaminedFile>();
        foreach (var file in files)
        {
            var examination = file.Exists
                ? await process.ExamineAsync(file.FullName, file.Name, ExaminerSettings.Usual, ct)
                : new FileExamination(new Coverage([], "文件不存在"), []);
            examined.Add(new ExaminedFile(file.Name, examination));
            if (!asItem)
            {
                Write(
                    file.Name,
                    examination,
                    [.. ItemExaminer.Examine([examined[^1]], [], ExaminerSettings.Usual, ct).Select(f => f.Finding)],
                    open
                );
                examined.Clear();
            }
        }
        if (asItem)
        {
            var together = ItemExaminer.Examine(examined, [], ExaminerSettings.Usual, ct);
            foreach (var (file, place) in examined.Select((f, i) => (f, i)))
            {
                Write(file.Name, file.Examination, [.. together.Where(f => f.File == place).Select(f => f.Finding)], open);
            }
        }
        return 0;
    }

    private static void Write(string name, FileExamination examination, IReadOnlyList<Finding> together, bool open) =>
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    file = name,
                    coverage = examination.Coverage.Line,
                    findings = examination
                        .Findings.Concat(together)
                        .OrderBy(f => f.Severity)
                        .ThenBy(f => f.Confidence)
                        .Select(f => new
                        {
                            rule = f.Rule,
                            criterion = f.Criterion,
                            severity = f.Severity.ToString(),
                            confidence = f.Confidence.ToString(),
                            place = f.Place.ToString(),
                            excerpt = open ? f.Excerpt : f.Masked,
                            why = f.Why,
                            action = f.Action,
                            recovered = f.Recovered is null ? null
                            : open ? f.Recovered
                            : "（已遮盖）",
                        }),
                    omitted = examination.Omitted,
                },
                Json
            )
        );
}
