using System.Text.RegularExpressions;

namespace BotKb.Sources.Extraction.Pdf;

/// <summary>Recognises the mark with which an item of a list begins.</summary>
internal static partial class ListMark
{
    /// <summary>Whether the text is nothing but a mark, drawn apart from its item.</summary>
    public static bool IsMark(string text) => text.Length <= 6 && Mark().IsMatch(text + " ");

    /// <summary>Whether an item begins here.</summary>
    public static bool Begins(string text) => Mark().IsMatch(text);

    /// <summary>The item with '-' for a drawn bullet; numbers stay.</summary>
    public static string Plain(string text)
    {
        var bullet = Bullet().Match(text);
        return bullet.Success ? "- " + text[bullet.Length..] : text;
    }

    private const string Bullets = @"[•●○◦▪■□◆◇‣⁃✓✔➢►▶\uF0B7\uF0A7\uF0D8\uF0FC\uF06C\uF06E]";

    [GeneratedRegex($@"^(?:[-–—*·o]\s+|{Bullets}\s*)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(
        "^(?:" + Bullets + @"|[-–—*·o]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s|\d{1,2}、"
            + "|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();
}
