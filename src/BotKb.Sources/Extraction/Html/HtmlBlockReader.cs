using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BotKb.Sources.Extraction.Html;

/// <summary>Walks a page in reading order and adds its blocks.</summary>
internal sealed class HtmlBlockReader(BlockBuilder blocks, int headingsBelow, CancellationToken cancellationToken)
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "label",
        "mark", "nobr", "output", "q", "ruby", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    private readonly Dictionary<IElement, int> _itemsSeen = [];
    private StringBuilder _text = new();
    private HtmlVisibility _visibility = HtmlVisibility.OfEverything;
    private bool _isInOneLine;
    private bool _hasFound;
    private string? _mark;

    /// <summary>Adds the blocks below <paramref name="root"/>; false when there are none.</summary>
    public bool Read(IElement root, HtmlVisibility visibility)
    {
        _visibility = visibility;
        VisitChildren(root);
        EndBlock();
        return _hasFound;
    }

    private void VisitChildren(INode parent)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
            {
                _text.Append(text.Data.ReplaceLineEndings(" "));
            }
            else if (child is IElement element && _visibility.Shows(element))
            {
                Visit(element);
            }
        }
    }

    private void Visit(IElement element)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (element.LocalName)
        {
            case "br":
                _text.Append('\n');
                break;
            case "img":
                _text.Append(element.GetAttribute("alt"));
                break;
            case "li":
                VisitItem(element);
                break;
            case "s" or "strike" or "del":
                // Nobody may take a withdrawn sentence for a valid one.
                _text.Append("~~");
                VisitChildren(element);
                _text.Append("~~");
                break;
            case var name when Inline.Contains(name) || name.Contains(':', StringComparison.Ordinal):
                VisitChildren(element);
                break;
            case var _ when _isInOneLine:
                VisitBlock(element);
                break;
            default:
                VisitStructure(element);
                break;
        }
    }

    private void VisitStructure(IElement element)
    {
        if (HeadingLevel(element) is { } level)
        {
            EndBlock();
            blocks.Heading(headingsBelow + level, OneLine(element));
            _hasFound = true;
        }
        else if (element.LocalName is "pre" or "listing" or "xmp")
        {
            EndBlock();
            blocks.Code(element.TextContent);
            _hasFound = true;
        }
        else if (element is IHtmlTableElement table && !HtmlTable.IsLayout(table))
        {
            VisitTable(table);
        }
        else
        {
            VisitBlock(element);
        }
    }

    private void VisitBlock(IElement element)
    {
        EndBlock();
        VisitChildren(element);
        EndBlock();
    }

    private void VisitItem(IElement item)
    {
        EndBlock();
        var mark = item.ParentElement is IHtmlOrderedListElement list ? $"{list.Start + CountBefore(list)}. " : "- ";
        if (_isInOneLine)
        {
            _text.Append(mark);
        }
        else
        {
            _mark = mark;
        }

        VisitChildren(item);
        EndBlock();
        _mark = null;
    }

    private void VisitTable(IHtmlTableElement table)
    {
        EndBlock();
        if (table.Caption is { } caption)
        {
            blocks.Paragraph(OneLine(caption));
        }

        blocks.Table(HtmlTable.Read(table, OneLine));
        _hasFound = true;
    }

    private string OneLine(IElement element)
    {
        var (outer, wasInOneLine) = (_text, _isInOneLine);
        (_text, _isInOneLine) = (new StringBuilder(), true);
        VisitChildren(element);
        var line = TextCleaning.Line(_text.ToString());
        (_text, _isInOneLine) = (outer, wasInOneLine);
        return line;
    }

    private void EndBlock()
    {
        if (_isInOneLine)
        {
            _text.Append(' ');
            return;
        }

        var text = _text.ToString();
        _text.Clear();
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        _hasFound = true;
        if (_mark is null)
        {
            blocks.Paragraph(text);
            return;
        }

        blocks.ListItem(_mark + text.Trim());
        _mark = null;
    }

    private static int? HeadingLevel(IElement element) => element.LocalName switch
    {
        ['h', >= '1' and <= '6' and var digit] => digit - '0',
        _ when element.GetAttribute("role") == "heading" =>
            int.TryParse(element.GetAttribute("aria-level"), out var level) ? Math.Clamp(level, 1, 9) : 2,
        _ => null,
    };

    private int CountBefore(IElement list)
    {
        var count = _itemsSeen.GetValueOrDefault(list);
        _itemsSeen[list] = count + 1;
        return count;
    }
}
