using MudBlazor;

namespace Disclosure.Web.Components.Layout;

/// <summary>How MudBlazor looks here: white paper on light grey, one deep blue for action, vermilion for stop, green for done.</summary>
internal static class Paper
{
    private static readonly string[] Fonts = ["Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "sans-serif"];

    public static MudTheme Theme { get; } =
        new()
        {
            PaletteLight = new PaletteLight
            {
                Primary = "#1d3f72",
                Secondary = "#4a5a70",
                Error = "#b7301f",
                Success = "#22693a",
                Warning = "#8a5a00",
                Info = "#1d3f72",
                Background = "#f2f3f5",
                Surface = "#ffffff",
                TextPrimary = "#1c2430",
                TextSecondary = "#4d5866",
                TextDisabled = "#6b7583",
                ActionDefault = "#4d5866",
                ActionDisabled = "#6b7583",
                ActionDisabledBackground = "#e4e7eb",
                Divider = "#d9dde3",
                LinesDefault = "#d9dde3",
                LinesInputs = "#7a8594",
                TableLines = "#e4e7eb",
                TableHover = "#f5f7fa",
            },
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "3px" },
            Typography = new Typography
            {
                Default = new DefaultTypography
                {
                    FontFamily = Fonts,
                    FontSize = "0.9375rem",
                    LineHeight = "1.6",
                    LetterSpacing = "normal",
                },
                Body1 = new Body1Typography
                {
                    FontFamily = Fonts,
                    FontSize = "0.9375rem",
                    LineHeight = "1.6",
                    LetterSpacing = "normal",
                },
                Body2 = new Body2Typography
                {
                    FontFamily = Fonts,
                    FontSize = "0.875rem",
                    LineHeight = "1.6",
                    LetterSpacing = "normal",
                },
                Button = new ButtonTypography
                {
                    FontFamily = Fonts,
                    FontSize = "0.9375rem",
                    FontWeight = "500",
                    LetterSpacing = "normal",
                    TextTransform = "none",
                },
                Subtitle1 = new Subtitle1Typography
                {
                    FontFamily = Fonts,
                    FontSize = "0.9375rem",
                    LineHeight = "1.6",
                    LetterSpacing = "normal",
                },
                H5 = new H5Typography
                {
                    FontFamily = Fonts,
                    FontSize = "1.25rem",
                    LetterSpacing = "normal",
                },
                H6 = new H6Typography
                {
                    FontFamily = Fonts,
                    FontSize = "1.0625rem",
                    LetterSpacing = "normal",
                },
            },
        };
}
