using System.Buffers;
using Disclosure.Core.Files.Reading;

namespace Disclosure.Core.Examiner.Hidden;

/// <summary>Where a file comes from: people, offices, machines.</summary>
internal static class HiddenOrigins
{
    private const string Clean = "请用“检查文档”删除文档属性和个人信息后重新上传。";

    private static readonly SearchValues<char> After = SearchValues.Create("\"<>|；，。\t");

    /// <summary>The rules.</summary>
    public static IReadOnlyList<HiddenRule> Rules { get; } =
    [
        new(
            ObservationKind.Author,
            new(
                "H-18",
                "作者信息",
                "B3-5",
                Severity.C,
                "查找属性中的作者、最后修改者等姓名。",
                "属性里的姓名会随文件公开（条例§15）。",
                Clean
            ),
            "属性中的姓名 {0} 处"
        )
        {
            IsOfWholeFile = true,
            Names = true,
        },
        new(
            ObservationKind.Origin,
            new(
                "H-19",
                "单位和路径",
                "B3-5",
                Severity.C,
                "查找属性和链接中的单位、本机路径、服务器和内网地址。",
                "路径和内网地址会暴露内部系统、账号和人员（B3）。",
                Clean
            ),
            "属性或链接中的单位、路径和内部地址 {0} 处"
        )
        {
            IsOfWholeFile = true,
            Names = true,
        },
    ];

    /// <summary>A path of a machine, a share, or an address of the inner network; null when there is none.</summary>
    public static string? PathIn(string text)
    {
        for (var at = 0; at + 3 < text.Length; at++)
        {
            if (IsPath(text.AsSpan(at)) && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])))
            {
                var end = text.AsSpan(at).IndexOfAny(After);
                return text.Substring(at, Math.Min(end < 0 ? text.Length - at : end, 200));
            }
        }
        return null;
    }

    private static bool IsPath(ReadOnlySpan<char> text) =>
        text switch
        {
            [var drive, ':', '\\', ..] => char.IsAsciiLetter(drive),
            ['\\', '\\', var name, ..] => char.IsLetterOrDigit(name),
            ['f' or 'F', ..] => text.StartsWith("file:/", StringComparison.OrdinalIgnoreCase),
            ['h' or 'H', ..] => text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && IsInner(text[(text.IndexOf("//") + 2)..]),
            ['/', ..] => text.StartsWith("/Users/", StringComparison.Ordinal) || text.StartsWith("/home/", StringComparison.Ordinal),
            _ => false,
        };

    private static bool IsInner(ReadOnlySpan<char> host) =>
        host.StartsWith("10.", StringComparison.Ordinal)
        || host.StartsWith("192.168.", StringComparison.Ordinal)
        || host.StartsWith("127.", StringComparison.Ordinal)
        || host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase)
        || (
            host.Length > 7
            && host.StartsWith("172.", StringComparison.Ordinal)
            && int.TryParse(host[4..6], out var second)
            && second is >= 16 and <= 31
            && host[6] == '.'
        );
}
