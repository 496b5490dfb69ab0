using System.Text;
using BotKb.Retrieval.Analysis;

namespace BotKb.Answering;

/// <summary>Words a row of a Markdown table with the names of its columns, so that it can be read alone.</summary>
internal static class TableRows
{
    /// <summary>The row as 'column: cell; column: cell'; empty cells are left out.</summary>
    /// <param name="header">The header row; empty where none is known.</param>
    /// <param name="row">The row.</param>
    public static string Read(string header, string row)
    {
        var names = Cells(header);
        var cells = Cells(row);
        var wide = Script.IsChinese(row);
        var text = new StringBuilder();
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length == 0)
            {
                continue;
            }

            if (text.Length > 0)
            {
                text.Append(wide ? "；" : "; ");
            }

            if (i < names.Count && names[i].Length > 0)
            {
                text.Append(names[i]).Append(wide ? "：" : ": ");
            }

            text.Append(cells[i]);
        }

        return text.ToString();
    }

    private static List<string> Cells(string row)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var inner = row.AsSpan().Trim();
        inner = inner.StartsWith("|") ? inner[1..] : inner;
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length && inner[i + 1] == '|')
            {
                cell.Append('|');
                i++;
            }
            else if (inner[i] == '|')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(inner[i]);
            }
        }

        if (cell.ToString().Trim() is { Length: > 0 } last)
        {
            cells.Add(last);
        }

        return cells;
    }
}
