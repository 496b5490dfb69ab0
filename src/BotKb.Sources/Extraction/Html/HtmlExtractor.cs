using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using BotKb.Knowledge;
using BotKb.Sources.Extraction.Text;

namespace BotKb.Sources.Extraction.Html;

/// <summary>Reads web pages. Loads nothing that they refer to and runs no script.</summary>
internal sealed partial class HtmlExtractor : IFormatExtractor
{
    private const int DeclarationRange = 4096;
    private const int DeepestElement = 256;

    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        var blocks = new BlockBuilder();
        var title = AddBlocks(blocks, TextFile.Read(content, DeclaredEncoding(content)), headingsBelow: 0, cancellationToken);
        return blocks.Build(title);
    }

    /// <summary>Adds a page's blocks and returns its title, null where it has none.</summary>
    /// <param name="blocks">Where the blocks go.</param>
    /// <param name="html">A page or a fragment of one.</param>
    /// <param name="headingsBelow">The level of the heading under which the page stands; 0 for a page of its own.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static string? AddBlocks(BlockBuilder blocks, string html, int headingsBelow, CancellationToken cancellationToken)
    {
        using var document = new HtmlParser(new HtmlParserOptions { MaximumDepth = DeepestElement }).ParseDocument(html);
        var reader = new HtmlBlockReader(blocks, headingsBelow, cancellationToken);
        if (document.Body is { } body && !reader.Read(body, HtmlVisibility.OfContent(document)))
        {
            // A page that is all navigation: a list of links is its content.
            reader.Read(body, HtmlVisibility.OfEverything);
        }

        return string.IsNullOrWhiteSpace(document.Title) ? null : document.Title;
    }

    private static string? DeclaredEncoding(byte[] content)
    {
        var start = Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, DeclarationRange));
        return CharsetDeclaration().Match(start) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(
        """(?:<meta[^>]*?charset|<\?xml[^>]*?encoding)\s*=\s*["']?\s*(?<name>[\w.:-]+)""",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CharsetDeclaration();
}
