using System.Text.RegularExpressions;
using BotKb.Sources.Extraction.Html;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace BotKb.Sources.Extraction.Markdown;

/// <summary>Walks parsed Markdown in reading order and adds its blocks.</summary>
internal sealed partial class MarkdownBlockReader(BlockBuilder blocks, CancellationToken cancellationToken)
{
    private string _mark = "";

    /// <summary>Adds every block of the document.</summary>
    public void Read(MarkdownDocument document) => VisitAll(document);

    private void VisitAll(ContainerBlock container)
    {
        foreach (var block in container)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Visit(block);
        }
    }

    private void Visit(Block block)
    {
        switch (block)
        {
            case YamlFrontMatterBlock or LinkReferenceDefinitionGroup:
                break;
            case HeadingBlock heading:
                blocks.Heading(heading.Level, Anchor().Replace(MarkdownInlines.Read(heading.Inline), ""));
                break;
            case Table table:
                blocks.Table([.. table.OfType<TableRow>().Select(row => row.Select(Text).ToArray())]);
                break;
            case HtmlBlock html:
                HtmlExtractor.AddBlocks(blocks, html.Lines.ToString(), headingsBelow: 0, cancellationToken);
                break;
            case CodeBlock code:
                blocks.Code(code.Lines.ToString());
                break;
            case ListBlock list:
                VisitList(list);
                break;
            case Footnote footnote:
                _mark = $"[{footnote.Order}] ";
                VisitAll(footnote);
                _mark = "";
                break;
            case ContainerBlock container:
                VisitAll(container);
                break;
            case LeafBlock leaf:
                Add(MarkdownInlines.Read(leaf.Inline));
                break;
        }
    }

    private void VisitList(ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            _mark = list.IsOrdered ? $"{number++}. " : "- ";
            VisitAll(item);
            _mark = "";
        }
    }

    private void Add(string text)
    {
        if (_mark.Length == 0)
        {
            blocks.Paragraph(text);
            return;
        }

        blocks.ListItem(_mark + text);
        _mark = "";
    }

    private static string Text(Block block) => block switch
    {
        LeafBlock { Inline: { } inline } => MarkdownInlines.Read(inline),
        LeafBlock leaf => leaf.Lines.ToString(),
        ContainerBlock container => string.Join(' ', container.Select(Text)),
        _ => "",
    };

    // '## Install {#install}': the anchor is for links.
    [GeneratedRegex(@"\s*\{#[^}]*\}\s*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anchor();
}
