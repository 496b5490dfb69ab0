using System.Buffers;
using BotKb.Retrieval;

namespace BotKb.Answering;

/// <summary>
/// Cuts a passage into the pieces that an answer may quote. Pieces are in order, do not overlap and hold every character but white
/// space. Pure and total.
/// </summary>
internal static class PassagePieces
{
    private const int ShortLine = 60;
    private static readonly SearchValues<char> Telling = SearchValues.Create(":：,，;；。0123456789");
    private static readonly SearchValues<char> Rules = SearchValues.Create("|-: \t=");

    /// <summary>The pieces of a passage.</summary>
    public static IReadOnlyList<PassagePiece> Of(Passage passage) => Of(passage.Text, passage.HeadingPath);

    /// <summary>The pieces of a text below headings.</summary>
    public static IReadOnlyList<PassagePiece> Of(string text, IReadOnlyList<string> headings)
    {
        var pieces = new List<PassagePiece>();
        var lines = Lines(text);
        var inCode = false;
        for (var i = 0; i < lines.Count;)
        {
            var (start, end) = lines[i];
            var line = text.AsSpan(start, end - start);
            if (line.StartsWith("```") || line.StartsWith("~~~"))
            {
                inCode = !inCode;
                pieces.Add(new PassagePiece(PieceKind.Context, start, end - start));
                i++;
            }
            else if (inCode)
            {
                pieces.Add(new PassagePiece(PieceKind.Context, start, end - start));
                i++;
            }
            else if (line[0] == '|')
            {
                i = AddTable(text, lines, i, pieces);
            }
            else if (IsHeading(text, lines, i, headings))
            {
                pieces.Add(new PassagePiece(PieceKind.Context, start, end - start));
                i++;
            }
            else
            {
                i = AddParagraph(text, lines, i, pieces);
            }
        }

        return pieces;
    }

    /// <summary>The length of a list mark or quotation mark of Markdown at the start of a line; 0 where none stands.</summary>
    public static int MarkLength(ReadOnlySpan<char> line)
    {
        var at = 0;
        if (line.Length > 1 && line[0] is '-' or '*' or '+' or '•' or '·' or '>' or '–')
        {
            at = 1;
        }
        else
        {
            while (at < line.Length && at < 3 && char.IsAsciiDigit(line[at]))
            {
                at++;
            }

            at = at > 0 && at < line.Length && line[at] is '.' or ')' or '、' ? at + 1 : 0;
        }

        if (at == 0 || at >= line.Length || !(char.IsWhiteSpace(line[at]) || line[at - 1] is '、' or '•' or '·'))
        {
            return 0;
        }

        while (at < line.Length && char.IsWhiteSpace(line[at]))
        {
            at++;
        }

        return at;
    }

    // Lines that are not blank, trimmed.
    private static List<(int Start, int End)> Lines(string text)
    {
        var lines = new List<(int Start, int End)>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var (start, stop) = (at, end);
            while (start < stop && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (stop > start && char.IsWhiteSpace(text[stop - 1]))
            {
                stop--;
            }

            if (stop > start)
            {
                lines.Add((start, stop));
            }

            at = end + 1;
        }

        return lines;
    }

    private static int AddTable(string text, List<(int Start, int End)> lines, int first, List<PassagePiece> pieces)
    {
        var last = first;
        while (last < lines.Count && text[lines[last].Start] == '|')
        {
            last++;
        }

        var hasHeader = last > first + 1 && IsRule(text.AsSpan(lines[first + 1].Start, lines[first + 1].End - lines[first + 1].Start));
        var header = hasHeader ? lines[first] : (Start: 0, End: 0);
        for (var i = first; i < last; i++)
        {
            var (start, end) = lines[i];
            // A row without any cell says nothing either.
            var context = IsRule(text.AsSpan(start, end - start)) || (i == first && hasHeader);
            pieces.Add(context
                ? new PassagePiece(PieceKind.Context, start, end - start)
                : new PassagePiece(PieceKind.TableRow, start, end - start, header.Start, header.End - header.Start));
        }

        return last;
    }

    private static bool IsRule(ReadOnlySpan<char> line) => !line.ContainsAnyExcept(Rules);

    private static bool IsHeading(string text, List<(int Start, int End)> lines, int i, IReadOnlyList<string> headings)
    {
        var line = text.AsSpan(lines[i].Start, lines[i].End - lines[i].Start);
        if (line[0] == '#')
        {
            return true;
        }

        foreach (var heading in headings)
        {
            if (line.Equals(heading, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return ShownLength.Of(line) <= ShortLine && MarkLength(line) == 0 && IsBlockOfItsOwn(text, lines, i) && IsUnfinished(line);
    }

    private static bool IsBlockOfItsOwn(string text, List<(int Start, int End)> lines, int i) =>
        i + 1 < lines.Count && text.AsSpan(lines[i].End, lines[i + 1].Start - lines[i].End).Count('\n') > 1;

    // A question above a paragraph is the heading of a list of questions and answers.
    private static bool IsUnfinished(ReadOnlySpan<char> line) =>
        line[^1] is '?' or '？' || (char.IsLetter(line[^1]) && line.IndexOfAny(Telling) < 0);

    private static int AddParagraph(string text, List<(int Start, int End)> lines, int first, List<PassagePiece> pieces)
    {
        var last = first;
        while (last + 1 < lines.Count && Continues(text, lines[last], lines[last + 1]))
        {
            last++;
        }

        var end = lines[last].End;
        for (var at = lines[first].Start; at < end;)
        {
            // The number of a list item is not a sentence.
            var mark = at == lines[first].Start ? MarkLength(text.AsSpan(at, end - at)) : 0;
            var stop = SentenceBreaks.Next(text, at + mark, end);
            var trimmed = stop;
            while (char.IsWhiteSpace(text[trimmed - 1]))
            {
                trimmed--;
            }

            pieces.Add(new PassagePiece(PieceKind.Sentence, at, trimmed - at));
            at = stop;
            while (at < end && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }

        return last + 1;
    }

    // A line that a text editor wrapped: long, unfinished, and the next one goes on.
    private static bool Continues(string text, (int Start, int End) line, (int Start, int End) next)
    {
        var gap = text.AsSpan(line.End, next.Start - line.End);
        var following = text.AsSpan(next.Start, next.End - next.Start);
        return gap.Count('\n') == 1
            && following[0] is not ('#' or '|' or '`')
            && MarkLength(following) == 0
            && ShownLength.Of(text.AsSpan(line.Start, line.End - line.Start)) > ShortLine - 10
            && (char.IsLower(following[0]) || !IsFinished(text[line.End - 1]));
    }

    private static bool IsFinished(char last) => last is '.' or '!' or '?' or '。' or '！' or '？' or '；' or ':' or '：';
}
