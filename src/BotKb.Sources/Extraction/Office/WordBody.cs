using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Walks a story of a Word document (body, header, footnote, text box) and gives its blocks to the builder.</summary>
internal sealed class WordBody(WordParts parts, BlockBuilder builder, CancellationToken cancellationToken)
{
    private const int LongestRepeated = 100;

    private readonly WordParagraphReader _reader = new(parts.HasRenderedBreaks);

    /// <summary>The text of the first paragraph in the style of a title.</summary>
    public string? Title { get; private set; }

    /// <summary>Reads all blocks below <paramref name="story"/>.</summary>
    public void Read(XElement story)
    {
        foreach (var element in story.Elements())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (element.Name.LocalName)
            {
                case "p":
                    ReadParagraph(element);
                    break;
                case "tbl":
                    ReadTable(element);
                    break;
                case "AlternateContent":
                    Read(OfficeXml.Used(element) ?? element);
                    break;
                case "del" or "moveFrom" or "sectPr" or "sdtPr" or "pPr":
                    break;
                default:
                    Read(element);
                    break;
            }
        }
    }

    private void ReadParagraph(XElement element)
    {
        var properties = element.Child("pPr");
        var paragraph = _reader.Read(element);
        Turn(paragraph.PagesBefore + (!parts.HasRenderedBreaks && IsOn(properties?.Child("pageBreakBefore")) ? 1 : 0));
        Add(paragraph.Text, properties);
        ReadAnchored(paragraph);
        Turn(paragraph.PagesAfter + (EndsSection(properties) ? 1 : 0));
    }

    private void Add(string text, XElement? properties)
    {
        var style = parts.Styles.Find(properties?.Child("pStyle").Value("val"));
        var level = properties?.Child("outlineLvl").Number("val") is { } outline ? (outline < 9 ? outline + 1 : 0) : style.HeadingLevel;
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var mark = Mark(properties?.Child("numPr"), style);
        if (level > 0)
        {
            Title ??= style.IsTitle ? text.Trim() : null;
            builder.Heading(level, mark is null or "-" ? text : $"{mark} {text}");
        }
        else if (mark is null)
        {
            builder.Paragraph(text);
        }
        else
        {
            builder.ListItem($"{mark} {text.TrimStart()}".TrimStart());
        }
    }

    private string? Mark(XElement? numbering, WordStyle style)
    {
        var id = numbering?.Child("numId").Number("val") ?? style.NumberingId;
        var level = numbering?.Child("ilvl").Number("val") ?? style.NumberingLevel ?? Math.Max(0, style.HeadingLevel - 1);
        return id is null or 0 ? null : parts.Numbering.Next(id.Value, level);
    }

    private void ReadAnchored(WordParagraph paragraph)
    {
        foreach (var box in paragraph.Boxes)
        {
            Read(box);
        }

        foreach (var picture in paragraph.Pictures)
        {
            builder.Paragraph(picture);
        }

        foreach (var graphic in paragraph.Graphics)
        {
            parts.Graphics.Read(graphic, builder);
        }

        foreach (var (isEndnote, id) in paragraph.Notes)
        {
            if (parts.Note(isEndnote, id) is { } note)
            {
                Read(note);
            }
        }
    }

    private void ReadTable(XElement element)
    {
        var rows = WordTable.Rows(element).ToList();
        if (rows.TrueForAll(row => row.Count <= 1))
        {
            // A table of one column is a frame around running text.
            rows.ForEach(row => row.ForEach(cell => Read(cell.Element)));
            return;
        }

        var anchored = new List<WordParagraph>();
        var table = new List<List<string>>();
        rows.ForEach(row => table.Add(Cells(row, table.LastOrDefault() ?? [], anchored)));
        builder.Table(table);
        anchored.ForEach(ReadAnchored);
    }

    /// <summary>The cells of a row; a merged cell says its text in each row and column, so that every row reads by itself.</summary>
    private List<string> Cells(List<WordCell> row, List<string> above, List<WordParagraph> anchored)
    {
        var cells = new List<string>();
        foreach (var cell in row)
        {
            cells.AddRange(Enumerable.Repeat("", cell.Skipped));
            var text = string.Join('\n', Lines(cell.Element, anchored));
            if (text.Length == 0 && cell.IsMergedUp && above.ElementAtOrDefault(cells.Count) is { Length: <= LongestRepeated } merged)
            {
                text = merged;
            }

            cells.Add(text);
            cells.AddRange(Enumerable.Repeat(row.Count > 1 && text.Length <= LongestRepeated ? text : "", cell.Span - 1));
        }

        return cells;
    }

    private IEnumerable<string> Lines(XElement container, List<WordParagraph> anchored)
    {
        foreach (var paragraph in container.Below("p").Where(paragraph => IsOwn(paragraph)))
        {
            var read = _reader.Read(paragraph);
            var properties = paragraph.Child("pPr");
            anchored.Add(read);
            Turn(read.PagesBefore + read.PagesAfter);
            if (!string.IsNullOrWhiteSpace(read.Text))
            {
                var mark = Mark(properties?.Child("numPr"), parts.Styles.Find(properties?.Child("pStyle").Value("val")));
                yield return $"{mark} {read.Text}".Trim();
            }
        }
    }

    // The paragraphs of text boxes come with the paragraph that anchors them; those of deleted rows not at all.
    private static bool IsOwn(XElement paragraph) =>
        paragraph.Ancestors().First(above => above.Name.LocalName is "tc" or "txbxContent" or "del" or "moveFrom").Name.LocalName == "tc";

    private void Turn(int pages)
    {
        if (builder.Page is not null)
        {
            builder.Page += pages;
        }
    }

    private bool EndsSection(XElement? properties) =>
        !parts.HasRenderedBreaks && properties?.Child("sectPr") is { } section
            && section.Child("type").Value("val") is not ("continuous" or "nextColumn");

    private static bool IsOn(XElement? toggle) => toggle is not null && toggle.Value("val") is not ("0" or "false" or "off");
}
