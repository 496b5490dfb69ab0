using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Reads the runs of one paragraph. Fields may span paragraphs, so one reader serves a whole story.</summary>
/// <param name="renderedBreaks">Pages are counted by the breaks that Word rendered, not by those that the author set.</param>
internal sealed class WordParagraphReader(bool renderedBreaks)
{
    // For each open field whether its code, which nobody sees, is still being read.
    private readonly Stack<bool> _fields = new();
    private readonly List<XElement> _boxes = [];
    private readonly List<XElement> _graphics = [];
    private readonly List<string> _pictures = [];
    private readonly List<(bool IsEndnote, string Id)> _notes = [];
    private readonly StringBuilder _text = new();
    private int _pagesBefore;
    private int _pagesAfter;

    private bool IsHidden => _fields.Contains(true);

    /// <summary>Reads one paragraph.</summary>
    public WordParagraph Read(XElement paragraph)
    {
        _text.Clear();
        _boxes.Clear();
        _graphics.Clear();
        _pictures.Clear();
        _notes.Clear();
        _pagesBefore = _pagesAfter = 0;
        ReadChildren(paragraph);
        return new WordParagraph(_text.ToString(), _pagesBefore, _pagesAfter, [.. _boxes], [.. _graphics], [.. _pictures], [.. _notes]);
    }

    private void ReadChildren(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            ReadElement(child);
        }
    }

    private void ReadElement(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "t":
                Append(element.Value);
                break;
            case "tab" or "ptab":
                Append("\t");
                break;
            case "br" or "cr" or "lastRenderedPageBreak":
                Break(element);
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "sym":
                Append(Symbol(element));
                break;
            case "fldChar":
                TurnField(element.Value("fldCharType"));
                break;
            case "footnoteReference" or "endnoteReference":
                AddNote(element);
                break;
            case "drawing" or "pict" or "object":
                AddDrawing(element);
                break;
            case "f" when element.Child("num") is not null:
                ReadFraction(element);
                break;
            case "AlternateContent":
                ReadAlternative(element);
                break;
            case "del" or "moveFrom" or "pPr" or "rPr" or "sdtPr" or "sdtEndPr" or "instrText" or "delText" or "rt" or "softHyphen"
                or "commentReference" or "annotationRef" or "footnoteRef" or "endnoteRef":
                break;
            default:
                ReadChildren(element);
                break;
        }
    }

    private void Append(string text)
    {
        if (!IsHidden)
        {
            _text.Append(text);
        }
    }

    private void Break(XElement element)
    {
        var isRendered = element.Name.LocalName == "lastRenderedPageBreak";
        if (!isRendered && element.Value("type") != "page")
        {
            Append("\n");
        }
        else if (isRendered == renderedBreaks)
        {
            var isBefore = _text.Length == 0 || string.IsNullOrWhiteSpace(_text.ToString());
            _pagesBefore += isBefore ? 1 : 0;
            _pagesAfter += isBefore ? 0 : 1;
            Append("\n");
        }
    }

    private void TurnField(string? type)
    {
        if (type == "begin")
        {
            _fields.Push(true);
        }
        else if (_fields.Count > 0)
        {
            _fields.Pop();
            if (type == "separate")
            {
                _fields.Push(false);
            }
        }
    }

    private void AddNote(XElement reference)
    {
        if (reference.Value("id") is { } id)
        {
            _notes.Add((reference.Name.LocalName == "endnoteReference", id));
        }
    }

    private void AddDrawing(XElement drawing)
    {
        _boxes.AddRange(drawing.Below("txbxContent"));
        _graphics.AddRange(drawing.Below("graphicData"));
        _pictures.Add(AltText.Read(drawing));
        foreach (var wordArt in drawing.Below("textpath"))
        {
            Append(wordArt.Value("string") ?? "");
        }
    }

    private void ReadAlternative(XElement alternative)
    {
        if (OfficeXml.Used(alternative) is { } used)
        {
            ReadChildren(used);
        }
    }

    private void ReadFraction(XElement fraction)
    {
        ReadChildren(fraction.Child("num")!);
        Append("/");
        if (fraction.Child("den") is { } denominator)
        {
            ReadChildren(denominator);
        }
    }

    private static string Symbol(XElement element)
    {
        if (!int.TryParse(element.Value("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) || code > 0xFFFF)
        {
            return "";
        }

        return (code & 0xFF, element.Value("font")) switch
        {
            (0xFE or 0x52, "Wingdings" or "Wingdings 2") => "☑",
            (0xFC, "Wingdings") => "✓",
            (0xFB, "Wingdings") => "✗",
            (0xA8 or 0x6F or 0xA3, "Wingdings" or "Wingdings 2") => "☐",
            (0xE0, "Wingdings") or (0xAE, "Symbol") => "→",
            (0xB0, "Symbol") => "°",
            (0xB1, "Symbol") => "±",
            (0xB4, "Symbol") => "×",
            (0x6D, "Symbol") => "μ",
            _ => ((char)code).ToString(),
        };
    }
}
