namespace BotKb.Knowledge;

/// <summary>Cuts a block that is larger than a chunk at the best places it offers: rows, lines, sentences, words.</summary>
internal static class ChunkPieces
{
    // Of a piece: a sentence end is worth a piece that is shorter by so much.
    private const double ShortestPiece = 0.5;

    /// <summary>The block whole where it fits, else in parts.</summary>
    public static IEnumerable<ChunkPiece> Of(Block block)
    {
        var size = TextSize.Of(block.Text);
        if (size <= 1)
        {
            return [new ChunkPiece(block, block.Text, size)];
        }

        return block.Kind == BlockKind.Table ? OfTable(block) : OfText(block, block.Text);
    }

    private static IEnumerable<ChunkPiece> OfTable(Block block)
    {
        var rows = block.Text.Split('\n');
        var headerRows = rows.Length > 1 && IsRule(rows[1]) ? 2 : 1;
        var header = string.Concat(rows.Take(headerRows).Select(row => row + '\n'));
        var headerSize = TextSize.Of(header);
        if (headerSize > ShortestPiece)
        {
            return OfText(block, block.Text);
        }

        return OfRows(block, header, headerSize, rows.Skip(headerRows));
    }

    private static IEnumerable<ChunkPiece> OfRows(Block block, string header, double headerSize, IEnumerable<string> rows)
    {
        var open = "";
        var size = headerSize;
        foreach (var row in rows)
        {
            var rowSize = TextSize.Of(row);
            if (open.Length > 0 && size + rowSize > 1)
            {
                yield return new ChunkPiece(block, header + open.TrimEnd('\n'), size);
                open = "";
                size = headerSize;
            }

            if (headerSize + rowSize > 1)
            {
                foreach (var part in OfText(block, row))
                {
                    yield return part;
                }

                continue;
            }

            open += row + '\n';
            size += rowSize;
        }

        if (open.Length > 0)
        {
            yield return new ChunkPiece(block, header + open.TrimEnd('\n'), size);
        }
    }

    private static bool IsRule(string row) => row.Contains("--", StringComparison.Ordinal) && row.All(c => c is '|' or '-' or ':' or ' ');

    private static IEnumerable<ChunkPiece> OfText(Block block, string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var fit = TextSize.Fit(text.AsSpan(at), 1);
            var length = at + fit >= text.Length ? text.Length - at : BestCut(text.AsSpan(at, fit), text[at + fit]);
            var part = block.Kind == BlockKind.Code ? text.Substring(at, length).Trim('\n') : text.Substring(at, length).Trim();
            if (part.Length > 0)
            {
                yield return new ChunkPiece(block, part, TextSize.Of(part));
            }

            at += length;
        }
    }

    private static int BestCut(ReadOnlySpan<char> text, char next)
    {
        var shortest = (int)(text.Length * ShortestPiece);
        foreach (var isCut in (ReadOnlySpan<CutRule>)[IsLineEnd, IsSentenceEnd, IsClauseEnd, IsWordEnd])
        {
            for (var at = text.Length; at > shortest; at--)
            {
                if (isCut(text[at - 1], at < text.Length ? text[at] : next))
                {
                    return at;
                }
            }
        }

        return char.IsHighSurrogate(text[^1]) && text.Length > 1 ? text.Length - 1 : text.Length;
    }

    private delegate bool CutRule(char before, char after);

    private static bool IsLineEnd(char before, char after) => before == '\n';

    private static bool IsSentenceEnd(char before, char after) =>
        (before is '。' or '！' or '？' or '；' && after is not ('”' or '’' or '」' or '』' or '）'))
        || (before is '”' or '」' or '』' && char.IsLetter(after))
        || (before is '.' or '!' or '?' && char.IsWhiteSpace(after));

    private static bool IsClauseEnd(char before, char after) =>
        before is '，' or '、' or '：' || (before is ',' or ';' or ':' && char.IsWhiteSpace(after));

    private static bool IsWordEnd(char before, char after) => char.IsWhiteSpace(before) || char.IsWhiteSpace(after);
}
