using System.Globalization;

namespace Disclosure.Core.Forms;

/// <summary>Pieces every form is put together from: blanks, days, ticks.</summary>
internal static class FormPieces
{
    /// <summary>Size at which choices and their wording stand, points.</summary>
    public const double ChoicePt = 10.5;

    /// <summary>「2026年1月5日」, without leading zeros.</summary>
    public static string Show(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>The day, or room to write one.</summary>
    public static IReadOnlyList<FormPiece> Day(DateOnly? day) =>
        day is { } d ? [new Entered(Show(d))] : [new Gap(10), new Words("年"), new Gap(6), new Words("月"), new Gap(6), new Words("日")];

    /// <summary>The text, or a ruled gap of the given width in mm.</summary>
    public static FormPiece Fill(string text, double gapMm, string name = "") => text.Length > 0 ? new Entered(text, name) : new Gap(gapMm);

    /// <summary>The count, or a ruled gap.</summary>
    public static FormPiece Count(int? count) => count is { } n ? new Entered(n.ToString(CultureInfo.InvariantCulture)) : new Gap(6);

    /// <summary>是 and 否 (or other words); null ticks neither.</summary>
    public static IReadOnlyList<FormPiece> YesNo(bool? answer, string yes = "是", string no = "否") =>
        [new Tick(yes, answer is true), Space, new Tick(no, answer is false)];

    /// <summary>A little room between two pieces, where a line may break.</summary>
    public static FormPiece Space { get; } = new Words(" ");

    /// <summary>Check boxes for the options; a chosen word that is no option is a bug and throws.</summary>
    public static IReadOnlyList<FormPiece> Choices(
        IReadOnlyList<string> options,
        IReadOnlyCollection<string> chosen,
        Func<string, IReadOnlyList<FormPiece>>? after = null
    )
    {
        foreach (var choice in chosen.Where(c => c.Length > 0 && !options.Contains(c)))
        {
            throw new ArgumentException($"The form has no option 「{choice}」; it has {string.Join('、', options)}.", nameof(chosen));
        }

        return
        [
            .. options.SelectMany(
                (option, i) =>
                    (IEnumerable<FormPiece>)
                        [
                            .. i > 0 ? [Space] : Array.Empty<FormPiece>(),
                            new Tick(option, chosen.Contains(option)),
                            .. after?.Invoke(option) ?? [],
                        ]
            ),
        ];
    }

    /// <summary>One choice at most.</summary>
    public static IReadOnlyList<FormPiece> Choice(
        IReadOnlyList<string> options,
        string chosen,
        Func<string, IReadOnlyList<FormPiece>>? after = null
    ) => Choices(options, [chosen], after);

    /// <summary>Entered text as a paragraph; empty text gives none.</summary>
    public static IReadOnlyList<FormLine> Text(string text) => text.Length == 0 ? [] : [new FormLine([new Entered(text)])];

    /// <summary>A paragraph of choices.</summary>
    public static FormLine Line(params IReadOnlyList<FormPiece> pieces) => new(pieces, ChoicePt);
}
