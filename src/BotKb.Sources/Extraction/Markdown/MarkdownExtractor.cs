using System.Text.RegularExpressions;
using BotKb.Knowledge;
using BotKb.Sources.Extraction.Text;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace BotKb.Sources.Extraction.Markdown;

/// <summary>Reads Markdown (CommonMark with tables, footnotes and front matter).</summary>
internal sealed partial class MarkdownExtractor : IFormatExtractor
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UseGridTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseTaskLists()
        .UseEmphasisExtras()
        .UseCjkFriendlyEmphasis()
        .UseCustomContainers()
        .UseAlertBlocks()
        .Build();

    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        var text = TextFile.Read(content, declaredEncoding: null);
        var blocks = new BlockBuilder();
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // The parser refuses text that is nested beyond its limit; its words are still worth finding.
            PlainTextExtractor.AddParagraphs(blocks, text);
            return blocks.Build(title: null);
        }

        new MarkdownBlockReader(blocks, cancellationToken).Read(document);
        var frontMatter = document.Descendants<YamlFrontMatterBlock>().FirstOrDefault()?.Lines.ToString() ?? "";
        return blocks.Build(TitleLine().Match(frontMatter).Groups["title"].Value.Trim().Trim('"', '\''));
    }

    [GeneratedRegex(@"^title\s*[:=]\s*(?<title>.+)$", RegexOptions.Multiline | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TitleLine();
}
