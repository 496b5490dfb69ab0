using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BotKb.Replies;
using Markdig;
using Markdig.Syntax;

namespace BotKb.WebConsole.Chat;

/// <summary>
/// Reads the Markdown of an answer. HTML is words like any other. Citation marks are put out of Markdown's sight first, so that no text can
/// turn <c>[1]</c> into a link of its own.
/// </summary>
internal static partial class AnswerMarkdown
{
    private const char MarkStart = '\uE000';
    private const char MarkEnd = '\uE001';
    private const char Colon = '\uE002';
    private const char Unknown = '\uFFFD';

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The document; null where it is nested too deeply to be meant as Markdown.</summary>
    public static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(Protect(text), Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The words as they were written.</summary>
    public static string Plain(string words) => words.Replace(MarkStart, '[').Replace(MarkEnd, ']').Replace(Colon, ':');

    /// <summary>Words and marks in turn; a mark that points nowhere is words.</summary>
    public static IEnumerable<(string Words, int? Mark)> Pieces(string words, int citations)
    {
        var at = 0;
        foreach (Match mark in Protected().Matches(words))
        {
            var number = int.Parse(mark.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            if (number >= 1 && number <= citations)
            {
                yield return (Plain(words[at..mark.Index]), null);
                yield return ("", number);
                at = mark.Index + mark.Length;
            }
        }

        yield return (Plain(words[at..]), null);
    }

    /// <summary>The address of a link that may be followed: of the web, at a host that a cited document is at. Null for every other one.</summary>
    public static string? Allowed(string? url, ImmutableArray<ReplyCitation> citations) =>
        WebAddress(url) is { UserInfo: "" } address
        && citations.Any(citation => WebAddress(citation.Url) is { } cited && cited.Authority == address.Authority)
            ? address.AbsoluteUri
            : null;

    private static Uri? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : null;

    // "[word]:" would begin a definition of a link, which is not shown.
    private static string Protect(string text) => Marks()
        .Replace(text.Replace(MarkStart, Unknown).Replace(MarkEnd, Unknown).Replace(Colon, Unknown), $"{MarkStart}${{number}}{MarkEnd}")
        .Replace("]:", $"]{Colon}", StringComparison.Ordinal);

    [GeneratedRegex(@"\[(?<number>[0-9]{1,3})\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();

    [GeneratedRegex("\uE000(?<number>[0-9]{1,3})\uE001", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Protected();
}
