using System.Collections.Immutable;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction;

/// <summary>
/// Collects the blocks of one document in reading order. Cleans every text, keeps the heading path and drops what is empty,
/// so that formats only say what they found.
/// </summary>
internal sealed class BlockBuilder
{
    // A whole paragraph in a heading style would be repeated in the heading path of everything below it.
    private const int LongestHeading = 250;

    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly List<(int Level, string Text)> _headings = [];

    /// <summary>Page of the blocks that follow, from 1.</summary>
    public int? Page { get; set; }

    /// <summary>Sheet of the blocks that follow; headings of the one before do not stand above them.</summary>
    public string? Sheet
    {
        get;
        set
        {
            field = value;
            _headings.Clear();
        }
    }

    /// <summary>Slide of the blocks that follow, from 1; headings of the one before do not stand above them.</summary>
    public int? Slide
    {
        get;
        set
        {
            field = value;
            _headings.Clear();
        }
    }

    /// <summary>Adds a heading; it stands above everything up to the next one of the same or a higher rank.</summary>
    /// <param name="level">Depth, from 1.</param>
    /// <param name="text">The heading on one line; an overlong one becomes a paragraph.</param>
    public void Heading(int level, string text)
    {
        var heading = TextCleaning.Line(text);
        if (heading.Length is 0 or > LongestHeading)
        {
            Add(BlockKind.Paragraph, heading);
            return;
        }

        _headings.RemoveAll(above => above.Level >= level);
        Add(BlockKind.Heading, heading, level);
        _headings.Add((level, heading));
    }

    /// <summary>Adds running text; its single line breaks stay.</summary>
    public void Paragraph(string text) => Add(BlockKind.Paragraph, TextCleaning.Prose(text));

    /// <summary>Adds one item of a list; <paramref name="text"/> begins with the item's mark ('- ', '3. ').</summary>
    public void ListItem(string text)
    {
        var item = TextCleaning.Prose(text);
        Add(BlockKind.ListItem, item is "-" or "*" or "•" ? "" : item);
    }

    /// <summary>Adds a table as Markdown rows, the header row first; empty rows and columns are dropped.</summary>
    public void Table(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var cells = MarkdownTable.Compact(rows);
        if (cells.Count == 1 && cells[0].Count == 1)
        {
            Add(BlockKind.Paragraph, cells[0][0]);
        }
        else if (cells.Count > 0)
        {
            Add(BlockKind.Table, MarkdownTable.Write(cells));
        }
    }

    /// <summary>Adds preformatted text; indentation and empty lines stay.</summary>
    public void Code(string text) => Add(BlockKind.Code, TextCleaning.Preformatted(text));

    /// <summary>Adds the blocks of another document (an attachment) under the present heading.</summary>
    /// <param name="document">The document.</param>
    /// <param name="headingsBelow">The level of the heading under which it stands.</param>
    public void Append(ExtractedDocument document, int headingsBelow)
    {
        _headings.RemoveAll(above => above.Level > headingsBelow);
        ImmutableArray<string> above = [.. _headings.Select(heading => heading.Text)];
        _blocks.AddRange(document.Blocks.Select(block => block with
        {
            Level = block.Kind == BlockKind.Heading ? block.Level + headingsBelow : 0,
            HeadingPath = [.. above, .. block.HeadingPath],
        }));
    }

    /// <summary>The document, null when it has no block.</summary>
    /// <param name="title">The title in the file's own metadata; the first heading stands in for a missing one.</param>
    public ExtractedDocument? Build(string? title)
    {
        if (_blocks.Count == 0)
        {
            return null;
        }

        var cleaned = TextCleaning.Line(title ?? "");
        return new ExtractedDocument(
            cleaned.Length > 0 ? cleaned : _blocks.FirstOrDefault(block => block.Kind == BlockKind.Heading)?.Text,
            _blocks.ToImmutable());
    }

    private void Add(BlockKind kind, string text, int level = 0)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _blocks.Add(new Block(kind, text, level, [.. _headings.Select(heading => heading.Text)], Page, Sheet, Slide));
        }
    }
}
