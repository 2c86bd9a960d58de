using Disclosure.Core.Common;

namespace Disclosure.Web.Components.Shared;

/// <summary>A field in which screen and server differ.</summary>
/// <param name="Name">Name of the field in its panel.</param>
/// <param name="Label">What the field is called.</param>
/// <param name="OnScreen">What stands on the screen, in the words of the screen, or null where the screen does not show the field.</param>
/// <param name="Received">What the server has received, in the same words.</param>
/// <param name="Value">What the server has received as the field's own value.</param>
public sealed record ScreenDifference(string Name, string Label, string? OnScreen, string Received, string Value);

/// <summary>The screen shows something else than the server has received; nothing is done.</summary>
/// <param name="Differences">Where; empty where the page could not say what it shows.</param>
public sealed record ScreenDiffers(IReadOnlyList<ScreenDifference> Differences)
    : Problem(
        Differences.Count == 0
            ? "页面没有报告屏幕上的内容，没有办理。请刷新页面后再试。"
            : $"屏幕上有 {Differences.Count} 处内容与系统收到的不同，没有办理。屏幕上的内容已经重新发送，请核对后再点一次。"
    );

/// <summary>
/// What the fields of one panel show as far as the server knows. Held against what the browser shows when somebody decides (record.md,
/// point 2).
/// </summary>
public sealed class ScreenFields
{
    private readonly Dictionary<string, Entry> known = [];
    private readonly Dictionary<string, string> told = [];
    private readonly HashSet<string> changed = [];

    /// <summary>Raised when something changed that the browser should hear of.</summary>
    public event Action? Changed;

    /// <summary>Names of the fields that are drawn now.</summary>
    public IReadOnlyCollection<string> Names => known.Keys;

    /// <summary>What the fields that are drawn now show, by name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values => known.Select(k => KeyValuePair.Create(k.Key, k.Value.Text));

    /// <summary>Notes what a field shows.</summary>
    /// <param name="owner">The component that draws it.</param>
    /// <param name="words">What people read for a value that is not text, or null.</param>
    public void Know(object owner, string name, string label, string value, Func<string, string?>? words = null)
    {
        value = Plain(value);
        known[name] = new Entry(owner, label, value, words);
        if (told.TryGetValue(name, out var before) && before != value)
        {
            changed.Add(name);
            Changed?.Invoke();
        }
        told[name] = value;
    }

    /// <summary>The component no longer draws the field.</summary>
    public void Forget(object owner, string name)
    {
        if (known.TryGetValue(name, out var entry) && entry.Owner == owner)
        {
            known.Remove(name);
            // What stood unsent in a field that has gone is unsent no more; the browser counts again.
            Changed?.Invoke();
        }
    }

    /// <summary>The browser did not hear of these values; they are told again.</summary>
    public void TellAgain(IEnumerable<string> names) => changed.UnionWith(names);

    /// <summary>Values that changed since the last call, by name.</summary>
    public IReadOnlyDictionary<string, string> TakeChanges()
    {
        var taken = changed.Where(told.ContainsKey).ToDictionary(n => n, n => told[n]);
        changed.Clear();
        return taken;
    }

    /// <summary>
    /// Answers null when the browser shows what is known here, field by field; a field that is empty here need not be on the screen yet.
    /// </summary>
    public ScreenDiffers? DiffersFrom(IReadOnlyDictionary<string, string>? onScreen)
    {
        if (onScreen is null)
        {
            return new ScreenDiffers([]);
        }
        List<ScreenDifference> differences =
        [
            .. from field in known
            let shown = onScreen.TryGetValue(field.Key, out var there) ? Plain(there) : null
            where (shown ?? (field.Value.Nothing ? field.Value.Text : null)) != field.Value.Text
            select new ScreenDifference(
                field.Key,
                field.Value.Label,
                shown is null ? null : field.Value.Read(shown),
                field.Value.Read(field.Value.Text),
                field.Value.Text
            ),
        ];
        return differences.Count == 0 ? null : new ScreenDiffers(differences);
    }

    // Browsers write line ends their own way, and the rules trim.
    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    private sealed record Entry(object Owner, string Label, string Text, Func<string, string?>? Words)
    {
        public bool Nothing => Text is "" or "false";

        public string Read(string value) =>
            Words?.Invoke(value)
            ?? value switch
            {
                "" => "（空）",
                "true" => "已勾选",
                "false" => "未勾选",
                "Y" or "yes" => "是",
                "N" or "no" => "否",
                _ => value,
            };
    }
}
