using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>The parts of a Word file that the text of its body needs.</summary>
internal sealed class WordParts
{
    private readonly OfficePackage _package;
    private readonly Dictionary<string, OfficeRelationship> _links;
    private readonly Dictionary<(bool IsEndnote, string Id), XElement> _notes = [];

    public WordParts(OfficePackage package)
    {
        var main = package.MainPart("word/document.xml");
        _package = package;
        _links = package.Relationships(main);
        Document = package.Xml(main)!;
        HasRenderedBreaks = Document.Descendants().Any(element => element.Name.LocalName == "lastRenderedPageBreak");
        Styles = new WordStyles(Linked("styles"));
        Numbering = new WordNumbering(Linked("numbering"));
        Graphics = new OfficeGraphics(package, _links);
        AddNotes("footnotes", "footnote", isEndnote: false);
        AddNotes("endnotes", "endnote", isEndnote: true);
    }

    public XElement Document { get; }

    public WordStyles Styles { get; }

    public WordNumbering Numbering { get; }

    public OfficeGraphics Graphics { get; }

    /// <summary>Word has written down where its pages end.</summary>
    public bool HasRenderedBreaks { get; }

    /// <summary>Whether anything in the document says where a page ends.</summary>
    public bool HasPages => HasRenderedBreaks || Document.Descendants().Any(element =>
        element.Name.LocalName == "pageBreakBefore" || (element.Name.LocalName == "br" && element.Value("type") == "page"));

    /// <summary>A footnote or endnote; separators are none.</summary>
    public XElement? Note(bool isEndnote, string id) => _notes.GetValueOrDefault((isEndnote, id));

    /// <summary>The headers or the footers, each text once.</summary>
    public IEnumerable<XElement> Margins(string kind)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in _links.Values.Where(link => link.Kind == kind).OrderBy(link => link.Part, StringComparer.Ordinal))
        {
            if (_package.Xml(link.Part) is { } margin)
            {
                var text = string.Concat(margin.Below("t").Select(run => run.Value));
                if (text.Any(char.IsLetter) && seen.Add(text))
                {
                    yield return margin;
                }
            }
        }
    }

    private XElement? Linked(string kind) => _package.Xml(_links.Values.FirstOrDefault(link => link.Kind == kind)?.Part);

    private void AddNotes(string kind, string name, bool isEndnote)
    {
        foreach (var note in Linked(kind)?.Children(name) ?? [])
        {
            if (note.Value("id") is { } id && note.Value("type") is null or "normal")
            {
                _notes.TryAdd((isEndnote, id), note);
            }
        }
    }
}
