using System.CommandLine;
using Disclosure.Core.Forms;
using Disclosure.Core.Printing;
using Disclosure.Core.Store;

namespace Disclosure.Web.Commands;

/// <summary>forms: every printed form as PDF and DOCX, blank for the pen or filled with invented data.</summary>
internal static class FormsVerb
{
    public static Command Create(Call call)
    {
        var blank = new Option<bool>("--blank") { Description = "空白表，供手填" };
        var sample = new Option<bool>("--sample") { Description = "用虚构数据填好的样表" };
        var folder = new Argument<DirectoryInfo>("文件夹") { Description = "写入 PDF 和 DOCX 的文件夹，没有则新建" };
        var verb = new Command("forms", "把全部表单写成 PDF 和 DOCX 文件");
        verb.Options.Add(blank);
        verb.Options.Add(sample);
        verb.Arguments.Add(folder);
        verb.Validators.Add(r =>
        {
            if (r.GetValue(blank) == r.GetValue(sample))
            {
                r.AddError("请在 --blank 与 --sample 中选一个。");
            }
        });
        verb.SetAction(
            (parse, ct) =>
                StoreVerbs.WithAppAsync(
                    call.With(parse),
                    (app, _) => WriteAsync(app, parse.GetValue(blank), parse.GetRequiredValue(folder), ct),
                    ct
                )
        );
        return verb;
    }

    private static async Task<int> WriteAsync(WebApplication app, bool blank, DirectoryInfo folder, CancellationToken ct)
    {
        if (!folder.Exists)
        {
            folder.Create();
            PrivateFiles.Open(folder.FullName);
        }
        var printer = app.Services.GetRequiredService<FormPrinter>();
        foreach (var form in FormLibrary.All)
        {
            var sheet = blank ? form.Blank : form.Sample;
            foreach (var (drawn, extension) in new[] { (printer.Pdf(sheet), "pdf"), (printer.Docx(sheet), "docx") })
            {
                if (!drawn.Ok)
                {
                    return Call.Refused(drawn.Problem!);
                }
                var file = Path.Combine(folder.FullName, $"{form.Name}{(blank ? "（空白）" : "（样表）")}.{extension}");
                await File.WriteAllBytesAsync(file, drawn.Value, ct);
                PrivateFiles.Open(file);
                Console.WriteLine(file);
            }
        }
        return 0;
    }
}
