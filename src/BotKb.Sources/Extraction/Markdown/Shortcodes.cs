using System.Text.RegularExpressions;

namespace BotKb.Sources.Extraction.Markdown;

/// <summary>Site generators (Hugo) put calls between the words: '{{&lt; tooltip text="Pod" &gt;}}'. Only their words are text.</summary>
internal static partial class Shortcodes
{
    /// <summary>The text with each call replaced by the words in it.</summary>
    public static string Resolve(string text) =>
        text.Contains("{{", StringComparison.Ordinal) ? Call().Replace(text, match => match.Groups["words"].Value) : text;

    [GeneratedRegex(
        """\{\{[<%][^{}]*?(?:\b(?:text|title|caption)="(?<words>[^"]*)"[^{}]*?)?[>%]\}\}""",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Call();
}
