using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Core.Store;

namespace Disclosure.Web.Commands;

/// <summary>What can be asked of the program on the command line. A wrong call says what is wrong and exits 2.</summary>
internal static partial class Verbs
{
    private const int WrongCall = 2;
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>Runs the verb; without one the program serves.</summary>
    /// <param name="args">As typed; settings (--Section:Key=value) are set aside for the host.</param>
    /// <param name="compose">Builds the program from settings.</param>
    public static async Task<int> RunAsync(string[] args, Func<string[], WebApplication> compose)
    {
        PrivateFiles.Begin();
        // One language everywhere: whatever the server's own is, dates, help and the libraries' words are Chinese.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = Chinese;
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = Chinese;
        var (settings, words) = SetAside(args);
        var parsed = Root(new Call(settings, compose)).Parse(words);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"命令有误：{error.Message}");
            }
            await Console.Error.WriteLineAsync("用 --help 查看用法。");
            return WrongCall;
        }
        return await parsed.InvokeAsync();
    }

    private static RootCommand Root(Call call)
    {
        var root = new RootCommand("政务公开：从报送、三审、签批到发布的内网系统。不带命令时启动服务。");
        root.Options.Add(call.Demonstration);
        root.Options.Add(call.Data);
        root.Options.Add(call.Urls);
        root.SetAction((parse, ct) => ServeVerb.RunAsync(call.With(parse), ct));
        root.Subcommands.Add(ServeVerb.Create(call));
        root.Subcommands.Add(StoreVerbs.Migrate(call));
        root.Subcommands.Add(CreateAdminVerb.Create(call));
        root.Subcommands.Add(RecoverAdminVerb.Create(call));
        root.Subcommands.Add(StoreVerbs.Backup(call));
        root.Subcommands.Add(StoreVerbs.Restore(call));
        root.Subcommands.Add(StoreVerbs.Verify(call));
        root.Subcommands.Add(FormsVerb.Create(call));
        root.Subcommands.Add(StoreVerbs.Demo(call));
        root.Subcommands.Add(ExamineVerb.Create());
        InChinese(root);
        return root;
    }

    private static void InChinese(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            option.Description = option switch
            {
                HelpOption => "显示用法",
                VersionOption => "显示版本",
                _ => option.Description,
            };
        }
    }

    /// <summary>Settings as name=value, and all other words in their order.</summary>
    private static (List<string> Settings, List<string> Words) SetAside(string[] args)
    {
        var (settings, words) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            if (!Setting().IsMatch(args[i]))
            {
                words.Add(args[i]);
            }
            else
            {
                settings.Add(args[i].Contains('=') || i + 1 == args.Length ? args[i] : $"{args[i]}={args[++i]}");
            }
        }
        return (settings, words);
    }

    // What the host reads by itself: sections, which begin with a capital, and the three names that a test server hands over.
    [GeneratedRegex("^--([A-Z][\\w:]*|environment|contentRoot|applicationName)(=|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}
