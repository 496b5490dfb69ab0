using System.Collections.Immutable;
using System.Text;
using BotKb.Knowledge.Reading;

namespace BotKb.WebConsole.Documents;

/// <summary>Tells the tables of a passage, which are in Markdown, from its other text. Pure; any text will do.</summary>
internal static class PassageParts
{
    /// <summary>The parts of a passage in their order.</summary>
    public static ImmutableArray<PassagePart> Of(string text, TextSpan? mark)
    {
        var parts = ImmutableArray.CreateBuilder<PassagePart>();
        var lines = Lines(text);
        var running = 0;
        for (var i = 0; i < lines.Count;)
        {
            var end = TableEnd(text, lines, i);
            if (end == i)
            {
                i++;
                continue;
            }

            AddRunning(parts, text, lines, running, i, mark);
            parts.Add(new PassagePart.Table(
                Cells(text, lines[i], mark), [.. lines[(i + 2)..end].Select(line => Cells(text, line, mark))]));
            i = running = end;
        }

        AddRunning(parts, text, lines, running, lines.Count, mark);
        return parts.ToImmutable();
    }

    private static List<TextSpan> Lines(string text)
    {
        var lines = new List<TextSpan>();
        for (var at = 0; at <= text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            lines.Add(new TextSpan(at, end));
            at = end + 1;
        }

        return lines;
    }

    private static int TableEnd(string text, List<TextSpan> lines, int first)
    {
        if (first + 1 >= lines.Count || !IsRow(text, lines[first]) || !IsRule(text, lines[first + 1]))
        {
            return first;
        }

        var end = first + 2;
        while (end < lines.Count && IsRow(text, lines[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsRow(string text, TextSpan line) => line.Start < line.End && text[line.Start] == '|';

    private static bool IsRule(string text, TextSpan line) =>
        IsRow(text, line) && text.AsSpan(line.Start, line.End - line.Start) is var rule
        && rule.Contains("---", StringComparison.Ordinal) && !rule.ContainsAnyExcept("|-: ");

    private static void AddRunning(
        ImmutableArray<PassagePart>.Builder parts, string text, List<TextSpan> lines, int from, int to, TextSpan? mark)
    {
        if (from == to)
        {
            return;
        }

        var (start, end) = (lines[from].Start, lines[to - 1].End);
        while (start < end && text[start] == '\n')
        {
            start++;
        }

        while (end > start && text[end - 1] == '\n')
        {
            end--;
        }

        if (start < end)
        {
            var (markStart, markEnd) = Within(mark, start, end);
            parts.Add(new PassagePart.Running(new ShownText(text[start..markStart], text[markStart..markEnd], text[markEnd..end])));
        }
    }

    private static (int Start, int End) Within(TextSpan? mark, int start, int end)
    {
        var from = Math.Clamp(mark?.Start ?? end, start, end);
        return (from, Math.Clamp(mark?.End ?? end, from, end));
    }

    private static ImmutableArray<ShownText> Cells(string text, TextSpan line, TextSpan? mark)
    {
        var cells = ImmutableArray.CreateBuilder<ShownText>();
        var start = line.Start + 1;
        for (var at = start; at < line.End; at++)
        {
            if (text[at] == '|' && text[at - 1] != '\\')
            {
                cells.Add(Cell(text, start, at, mark));
                start = at + 1;
            }
        }

        if (start < line.End && !string.IsNullOrWhiteSpace(text[start..line.End]))
        {
            cells.Add(Cell(text, start, line.End, mark));
        }

        return cells.ToImmutable();
    }

    private static ShownText Cell(string text, int start, int end, TextSpan? mark)
    {
        while (start < end && text[start] == ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] == ' ')
        {
            end--;
        }

        var (markStart, markEnd) = Within(mark, start, end);
        return new ShownText(Unescaped(text[start..markStart]), Unescaped(text[markStart..markEnd]), Unescaped(text[markEnd..end]));
    }

    private static string Unescaped(string cell) => new StringBuilder(cell).Replace("\\|", "|").ToString();
}
