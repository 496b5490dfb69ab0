using System.Text;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Pdf;

/// <summary>Groups the lines of one flow of a page into paragraphs, list items, tables and listings.</summary>
internal sealed class PageBlocks(PdfFlow flow, Typography typography)
{
    private readonly IReadOnlyList<PdfLine> _lines = flow.Lines;
    private readonly List<PdfBlock> _blocks = [];

    /// <summary>The blocks in reading order.</summary>
    public IReadOnlyList<PdfBlock> Read()
    {
        for (var i = 0; i < _lines.Count;)
        {
            var table = TableRows.Find(_lines, i);
            i += table is not null ? AddTable(i, table) : IsListing(i) ? AddListing(i) : AddParagraph(i);
        }

        return _blocks;
    }

    private int AddTable(int start, TableRows table)
    {
        Add(start, BlockKind.Table, "", table.LineCount, table.Cells);
        return table.LineCount;
    }

    private bool IsListing(int i) =>
        !typography.Monospaced && _lines[i].Monospaced && i + 1 < _lines.Count && _lines[i + 1].Monospaced && Fall(i + 1) is > 0 and < 2.5;

    private int AddListing(int start)
    {
        var end = start + 1;
        while (end < _lines.Count && _lines[end].Monospaced && Fall(end) is > 0 and < 2.5)
        {
            end++;
        }

        var listing = _lines.Skip(start).Take(end - start).ToList();
        var left = listing.Min(line => line.Left);
        var pitch = Math.Max(1, listing.Max(line => (line.Right - line.Left) / line.Text.Length));
        var indented = listing.Select(line => new string(' ', (int)Math.Round((line.Left - left) / pitch)) + line.Text);
        Add(start, BlockKind.Code, string.Join('\n', indented), end - start);
        return end - start;
    }

    private int AddParagraph(int start)
    {
        var text = new StringBuilder(_lines[start].Text);
        var isItem = ListMark.Begins(_lines[start].Text);
        var next = start + 1;
        while (next < _lines.Count && Continues(start, next, isItem))
        {
            if (IsBrokenOnPurpose(next))
            {
                text.Append('\n').Append(_lines[next].Text);
            }
            else
            {
                LineJoining.Append(text, _lines[next].Text);
            }

            next++;
        }

        Add(start, isItem ? BlockKind.ListItem : BlockKind.Paragraph, text.ToString(), next - start);
        return next - start;
    }

    private void Add(int start, BlockKind kind, string text, int count, IReadOnlyList<IReadOnlyList<string>>? rows = null)
    {
        var bold = _lines.Skip(start).Take(count).All(line => line.Bold);
        var isApart = start == 0 || Fall(start) < 0 || Fall(start) > 1.2 * typography.Leading;
        var isProse = flow.IsMain && !_lines[start].IsRow;
        _blocks.Add(new PdfBlock(flow.Page, kind, text, rows ?? [], _lines[start].Size, bold, count, isProse, isApart));
    }

    /// <summary>How far line <paramref name="i"/> is below the one before, in em.</summary>
    private double Fall(int i) => (_lines[i - 1].Baseline - _lines[i].Baseline) / Math.Max(_lines[i - 1].Size, _lines[i].Size);

    private bool Continues(int start, int next, bool isItem)
    {
        var (above, line) = (_lines[next - 1], _lines[next]);
        if (above.IsRow || line.IsRow || Fall(next) < 0.5 || Fall(next) > Math.Max(1.5, 1.22 * typography.Leading))
        {
            return false;
        }

        if (Math.Abs(above.Size - line.Size) > 0.08 * line.Size || above.Bold != line.Bold || ListMark.Begins(line.Text))
        {
            return false;
        }

        return !BeginsByIndent(start, next, isItem) && !(IsBrokenOnPurpose(next) && Script.EndsSentence(above.Text[^1]));
    }

    private bool BeginsByIndent(int start, int next, bool isItem)
    {
        var (above, line) = (_lines[next - 1], _lines[next]);
        var shift = (line.Left - above.Left) / line.Size;
        var isCentred = Math.Abs(line.Left + line.Right - above.Left - above.Right) < line.Size;
        var mayHang = next - 1 == start && (isItem || shift < 0 || !(IsBrokenOnPurpose(next) || Script.EndsSentence(above.Text[^1])));
        return Math.Abs(shift) > 0.9 && !isCentred && !mayHang;
    }

    /// <summary>The next word would have fitted into the line above: whoever wrote it wanted a new line.</summary>
    private bool IsBrokenOnPurpose(int next)
    {
        var (above, line) = (_lines[next - 1], _lines[next]);
        var right = above.Right;
        for (var i = Math.Max(0, next - 8); i < Math.Min(_lines.Count, next + 8); i++)
        {
            if (_lines[i].Left < above.Right && _lines[i].Right > above.Left)
            {
                right = Math.Max(right, _lines[i].Right);
            }
        }

        var word = line.Text.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? space : line.Text.Length;
        var length = Script.IsCjk(line.Text[0]) ? Math.Min(word, 2) : word;
        return right - above.Right > ((line.Right - line.Left) * length / line.Text.Length) + (2 * line.Size);
    }
}
