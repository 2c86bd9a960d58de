using System.CommandLine;
using Disclosure.Core.Common;

namespace Disclosure.Web.Commands;

/// <summary>One call of the program: settings, the options every verb knows, and the way to build the program from them.</summary>
internal sealed class Call(List<string> settings, Func<string[], WebApplication> compose)
{
    /// <summary>--demonstration.</summary>
    public Option<bool> Demonstration { get; } =
        new("--demonstration") { Description = "使用演示库（data/demonstration），登录页列出演示账号", Recursive = true };

    /// <summary>--data FOLDER.</summary>
    public Option<string?> Data { get; } =
        new("--data")
        {
            Description = "数据文件夹",
            HelpName = "文件夹",
            Recursive = true,
        };

    /// <summary>--urls.</summary>
    public Option<string?> Urls { get; } = new("--urls") { Description = "监听地址，默认 http://localhost:5080", HelpName = "地址" };

    /// <summary>The same call with what was parsed turned into settings.</summary>
    public Call With(ParseResult parse)
    {
        var all = new List<string>(settings);
        if (parse.GetValue(Demonstration))
        {
            all.Add("--Disclosure:Demonstration=true");
        }
        if (parse.GetValue(Data) is { Length: > 0 } folder)
        {
            // A folder typed on the command line means the one seen from there.
            all.Add($"--Disclosure:DataFolder={Path.GetFullPath(folder)}");
        }
        if (parse.GetValue(Urls) is { Length: > 0 } urls)
        {
            all.Add($"--urls={urls}");
        }
        return new Call(all, compose);
    }

    /// <summary>The program, built and not started.</summary>
    public WebApplication Build() => compose([.. settings]);

    /// <summary>Says the refusal on the error stream; the exit code is 1.</summary>
    public static int Refused(Problem problem)
    {
        Console.Error.WriteLine(problem.Text);
        return 1;
    }
}
