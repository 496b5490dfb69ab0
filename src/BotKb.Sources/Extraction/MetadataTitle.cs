using System.Text.RegularExpressions;

namespace BotKb.Sources.Extraction;

/// <summary>Tells a title that a person gave from one that a program left behind.</summary>
internal static partial class MetadataTitle
{
    /// <summary>The title, null where it says nothing about the document.</summary>
    public static string? Sensible(string? title)
    {
        var trimmed = (title ?? "").Trim('\0', ' ', '\t', '\r', '\n', '\uFEFF');
        var isReadable = trimmed.Length is > 1 and <= 300 && trimmed.Any(char.IsLetter)
            && !trimmed.Any(c => char.IsControl(c) || c is '\uFFFD' or 'þ' or 'ÿ');
        return isReadable && !LeftBehind().IsMatch(trimmed) ? trimmed : null;
    }

    [GeneratedRegex(
        @"^(?:\(?(?:untitled|anonymous|unspecified|title|no title)\)?|无标题|未命名|untitled[ -]?\d*|microsoft (?:word|powerpoint|excel)(?: -.*)?"
            + @"|powerpoint (?:presentation|演示文稿)|(?:document|slide|dokument|presentation|book|文档|幻灯片|演示文稿|工作簿)\s*\d*)$"
            + @"|\.(?:docx?|wps|rtf|odt|pptx?|xlsx?|pdf|tex|dvi|indd|qxd|fm|pmd|html?|txt|ai|cdr|eps|ps)$|^[a-z]:\\|^file:",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeftBehind();
}
