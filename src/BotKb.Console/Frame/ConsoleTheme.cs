using MudBlazor;

namespace BotKb.WebConsole.Frame;

/// <summary>Colours with enough contrast in light and dark, and the fonts of the person's own system.</summary>
internal static class ConsoleTheme
{
    private static readonly string[] Fonts =
    [
        "system-ui", "-apple-system", "Segoe UI", "Roboto", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "sans-serif",
    ];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b57a4",
            Secondary = "#5b4a9e",
            Background = "#f6f7f9",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#1b1f24",
            DrawerBackground = "#ffffff",
            DrawerText = "#1b1f24",
            DrawerIcon = "#4a5361",
            TextPrimary = "#1b1f24",
            TextSecondary = "#4a5361",
            ActionDefault = "#4a5361",
            LinesDefault = "#d9dde3",
            Success = "#1a6b3a",
            Warning = "#8a5200",
            Error = "#b3261e",
            Info = "#0b57a4",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#8cc2ff",
            PrimaryContrastText = "#06223f",
            Secondary = "#c3b6ff",
            Background = "#14171c",
            Surface = "#1d2127",
            AppbarBackground = "#1d2127",
            AppbarText = "#e6e9ee",
            DrawerBackground = "#1d2127",
            DrawerText = "#e6e9ee",
            DrawerIcon = "#aab3c0",
            TextPrimary = "#e6e9ee",
            TextSecondary = "#b4bcc8",
            ActionDefault = "#b4bcc8",
            LinesDefault = "#3a414b",
            Success = "#7fd8a0",
            Warning = "#ffc56b",
            Error = "#ff9d94",
            ErrorContrastText = "#3b0703",
            Info = "#8cc2ff",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.9375rem", LineHeight = "1.5" },
            Button = new ButtonTypography { FontFamily = Fonts, TextTransform = "none", FontWeight = "600" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", DrawerWidthLeft = "232px" },
    };
}
