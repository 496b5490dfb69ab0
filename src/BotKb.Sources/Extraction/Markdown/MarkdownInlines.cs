using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace BotKb.Sources.Extraction.Markdown;

/// <summary>Writes inline Markdown as people read it: no marks, no addresses behind words.</summary>
internal static class MarkdownInlines
{
    private const char FirstEastAsian = '\u2E80';

    /// <summary>The text of a leaf block; empty for none.</summary>
    public static string Read(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        Append(text, inlines);
        return Shortcodes.Resolve(text.ToString());
    }

    private static void Append(StringBuilder text, ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Append(text, inline);
        }
    }

    private static void Append(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                text.Append('\n');
                break;
            case LineBreakInline lineBreak:
                AppendLineBreak(text, lineBreak);
                break;
            case TaskList task:
                text.Append(task.Checked ? "[x]" : "[ ]");
                break;
            case FootnoteLink { IsBackLink: false } footnote:
                text.Append($"[{footnote.Footnote.Order}]");
                break;
            case EmphasisInline { DelimiterChar: '~', DelimiterCount: 2 } withdrawn:
                text.Append("~~");
                Append(text, withdrawn);
                text.Append("~~");
                break;
            case ContainerInline container:
                Append(text, container);
                break;
        }
    }

    // Chinese and Japanese are written without spaces: a line that was broken in the source joins directly.
    private static void AppendLineBreak(StringBuilder text, LineBreakInline lineBreak)
    {
        if (lineBreak.IsHard)
        {
            text.Append('\n');
        }
        else if (text.Length == 0 || text[^1] < FirstEastAsian || !StartsEastAsian(lineBreak.NextSibling))
        {
            text.Append(' ');
        }
    }

    private static bool StartsEastAsian(Inline? inline) =>
        inline is LiteralInline literal && literal.Content.AsSpan() is [>= FirstEastAsian, ..];
}
