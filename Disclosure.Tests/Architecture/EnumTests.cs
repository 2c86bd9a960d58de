using System.Reflection;
using System.Text.RegularExpressions;
using Disclosure.Core;

namespace Disclosure.Tests.Architecture;

/// <summary>
/// A word for every value: what a page or a paper says of a value is named value by value, so that a new one fails to compile instead of
/// failing to print.
/// </summary>
public sealed partial class EnumTests
{
    [Fact]
    public void WordsForValues_HaveNoDefault()
    {
        var enums = typeof(CoreServices).Assembly.GetTypes().Where(t => t.IsEnum).Select(t => t.Name).ToHashSet();
        var words = (
            from file in SourceCode.Of("Disclosure.Core")
            from Match word in Words().Matches(file.Text)
            where enums.Contains(word.Groups["type"].Value)
            select (What: $"{file.Name}: {word.Groups["name"].Value}({word.Groups["type"].Value})", Arms: word.Groups["arms"].Value)
        ).ToList();
        // A rule that finds no words to look at would be kept by everybody.
        Assert.True(words.Count > 40, $"{words.Count} words were found");
        Assert.Empty(words.Where(w => Default().IsMatch(w.Arms)).Select(w => w.What));
    }

    [Fact]
    public void EveryValue_HasAWordOfItsOwn()
    {
        var words = typeof(CoreServices)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(m => m.Name == "Name" && m.ReturnType == typeof(string) && m.GetParameters() is [{ ParameterType.IsEnum: true }])
            .ToList();
        Assert.True(words.Count > 40, $"{words.Count} enums have words");
        Assert.All(
            words,
            m =>
            {
                var type = m.GetParameters()[0].ParameterType;
                var said = Enum.GetValuesAsUnderlyingType(type)
                    .Cast<object>()
                    .Select(v => Enum.ToObject(type, v))
                    .Select(v => (string)m.Invoke(null, [v])!)
                    .ToList();
                Assert.True(
                    SaidTogether.Contains(type.Name) || (said.TrueForAll(w => w.Length > 0) && said.Distinct().Count() == said.Count),
                    $"{type.Name}: {string.Join('、', said)}"
                );
            }
        );
    }

    // Values that are told apart by the program and not by the reader.
    private static readonly string[] SaidTogether = ["FileKind", "ExceptionBasis"];

    [GeneratedRegex(@"static string (?<name>\w+)\(this (?<type>\w+) \w+\) => \w+ switch \{(?<arms>.*?)\} ?;")]
    private static partial Regex Words();

    [GeneratedRegex(@"(^|[\s{,])_ =>")]
    private static partial Regex Default();
}
