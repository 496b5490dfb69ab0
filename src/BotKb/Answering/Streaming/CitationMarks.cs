using System.Text.RegularExpressions;

namespace BotKb.Answering.Streaming;

/// <summary>Reads what stands between two brackets as the numbers of a citation: 1 · 2,3 · 1-3 · ^1 · 1†source.</summary>
internal static partial class CitationMarks
{
    /// <summary>No citation is longer than this, brackets included.</summary>
    public const int Longest = 48;

    private const int LongestRange = 20;

    // Milliseconds; the patterns take microseconds.
    private const int Limit = 10_000;

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>The numbers, each once; null where the text is no citation.</summary>
    public static IReadOnlyList<int>? Read(string inside)
    {
        if (!Whole().IsMatch(inside))
        {
            return null;
        }

        var numbers = new List<int>();
        foreach (Match part in Part().Matches(Source().Replace(inside, "")))
        {
            var first = int.Parse(part.Groups["first"].ValueSpan);
            var last = part.Groups["last"].Success ? int.Parse(part.Groups["last"].ValueSpan) : first;
            numbers.AddRange(Enumerable.Range(first, Math.Clamp(last - first + 1, 1, LongestRange)));
        }

        return numbers.Distinct().ToList();
    }

    /// <summary>The text without citations, e.g. of an answer whose numbers mean nothing any more.</summary>
    public static string Without(string text) => Any().Replace(text, "");

    /// <summary>The text with its own bracketed numbers in round brackets, so that nobody takes them for citations.</summary>
    public static string Disarmed(string text) => Bracketed().Replace(text, "(${inside})");

    [GeneratedRegex(@"^\s*\^?[0-9]{1,3}(\s*[,，、;；\-–—]\s*\^?[0-9]{1,3})*\s*(†[^\]】］]*)?$", Options, Limit)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<first>[0-9]{1,3})(\s*[\-–—]\s*\^?(?<last>[0-9]{1,3}))?", Options, Limit)]
    private static partial Regex Part();

    [GeneratedRegex("†.*$", Options | RegexOptions.Singleline, Limit)]
    private static partial Regex Source();

    [GeneratedRegex(@"\s?\[[0-9]{1,3}\]", Options, Limit)]
    private static partial Regex Any();

    [GeneratedRegex(@"[\[【［]\^?(?<inside>[0-9]{1,3}([,，、\s\-–]+[0-9]{1,3})*)[\]】］]", Options, Limit)]
    private static partial Regex Bracketed();
}
