namespace BotKb.Sources.Extraction.Text;

/// <summary>Adds a table of any length as blocks of a size that can be read and cited.</summary>
internal static class LongTable
{
    private const int RowsInBlock = 50;

    /// <summary>
    /// Adds the rows in blocks, the header row repeated at the top of each. Title lines above the header become paragraphs.
    /// </summary>
    public static void AddTo(BlockBuilder blocks, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var compact = MarkdownTable.Compact(rows);
        var header = 0;
        while (header < compact.Count - 1 && compact[header].Count > 1 && compact[header].Count(cell => cell.Length > 0) == 1)
        {
            blocks.Paragraph(compact[header].First(cell => cell.Length > 0));
            header++;
        }

        if (compact.Count - header <= RowsInBlock + 1)
        {
            blocks.Table([.. compact.Skip(header)]);
            return;
        }

        foreach (var part in compact.Skip(header + 1).Chunk(RowsInBlock))
        {
            blocks.Table([compact[header], .. part]);
        }
    }
}
