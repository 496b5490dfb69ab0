using System.Text;

namespace BotKb.Sources.Extraction;

/// <summary>Writes cells as Markdown rows, the first row as the header.</summary>
internal static class MarkdownTable
{
    /// <summary>Cells on one line each, without the rows and columns that are empty throughout, every row of the same width.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Compact(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var cleaned = rows
            .Select(row => row.Select(TextCleaning.Line).ToArray())
            .Where(row => row.Any(cell => cell.Length > 0))
            .ToArray();
        var width = cleaned.Select(row => row.Length).DefaultIfEmpty().Max();
        var columns = Enumerable.Range(0, width)
            .Where(column => cleaned.Any(row => column < row.Length && row[column].Length > 0))
            .ToArray();
        return [.. cleaned.Select(row => columns.Select(column => column < row.Length ? row[column] : "").ToArray())];
    }

    /// <summary>The rows as text; <paramref name="rows"/> as <see cref="Compact"/> returns them, at least one.</summary>
    public static string Write(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        AppendRow(text, rows[0].Select(Escape));
        AppendRow(text, rows[0].Select(_ => "---"));
        foreach (var row in rows.Skip(1))
        {
            AppendRow(text, row.Select(Escape));
        }

        return text.ToString(0, text.Length - 1);
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Escape(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);
}
