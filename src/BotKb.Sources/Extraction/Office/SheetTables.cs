namespace BotKb.Sources.Extraction.Office;

/// <summary>
/// Cuts the rows of one sheet into tables that can be read and cited one by one: each has the header of its rows on top, at
/// most fifty rows below it and a bounded number of columns.
/// </summary>
internal sealed class SheetTables(BlockBuilder builder)
{
    private const int MostRows = 50;
    private const int MostColumns = 40;
    private const int HeaderSearch = 10;
    private const int LongestWait = 500;

    private readonly List<SheetRow> _rows = [];
    private SheetRow? _header;

    /// <summary>Adds the next row.</summary>
    public void Add(SheetRow row)
    {
        if (_rows.Count > 0 && BeginsAnother(row))
        {
            Complete();
        }

        _rows.Add(row);
        if (_rows.Count == LongestWait)
        {
            _header ??= TakeHeader(_rows);
            var whole = _rows.Count - (_rows.Count % MostRows);
            Write(_header, _rows[..whole]);
            _rows.RemoveRange(0, whole);
        }
    }

    /// <summary>Writes what is left; to be called after the last row.</summary>
    public void Complete()
    {
        if (_header is not null)
        {
            Write(_header, _rows);
        }
        else if (_rows.Count > 0)
        {
            foreach (var island in SheetIslands.Split(_rows))
            {
                var header = TakeHeader(island);
                Write(header, island);
            }
        }

        _rows.Clear();
        _header = null;
    }

    /// <summary>After an empty row, a row of words with at least two cells is the header of another table.</summary>
    private bool BeginsAnother(SheetRow row) =>
        row.Number > _rows[^1].Number + 1 && row.Cells.Count > 1 && row.Cells.All(cell => IsWord(cell.Text))
            && (_header is null || !_header.Cells.Select(cell => cell.Column).SequenceEqual(row.Cells.Select(cell => cell.Column))
                || _rows.Exists(above => above.Cells.Any(cell => !IsWord(cell.Text))));

    private static bool IsWord(string text) => !text.Any(char.IsDigit) || text.Count(char.IsLetter) > text.Count(char.IsDigit);

    /// <summary>Titles above the table become paragraphs; the first row about as wide as the table is its header.</summary>
    private SheetRow TakeHeader(List<SheetRow> rows)
    {
        var widest = rows.Take(HeaderSearch).Max(row => row.Cells.Count);
        var at = rows.FindIndex(row => row.Cells.Count * 2 > widest);
        foreach (var title in rows.Take(at))
        {
            builder.Paragraph(string.Join(' ', title.Cells.Select(cell => cell.Text)));
        }

        var header = rows[at];
        rows.RemoveRange(0, at + 1);
        return header;
    }

    private void Write(SheetRow header, List<SheetRow> rows)
    {
        for (var start = 0; start == 0 || start < rows.Count; start += MostRows)
        {
            WriteColumns([header, .. rows.Skip(start).Take(MostRows)]);
        }
    }

    private void WriteColumns(List<SheetRow> table)
    {
        var columns = table.SelectMany(row => row.Cells).Select(cell => cell.Column).Distinct().Order().ToList();
        if (columns.Count <= MostColumns)
        {
            Write(table, columns);
            return;
        }

        // The first column names the rows, so each part of a wide table begins with it.
        foreach (var part in columns.Skip(1).Chunk(MostColumns - 1))
        {
            Write(table, [columns[0], .. part]);
        }
    }

    private void Write(List<SheetRow> table, List<int> columns)
    {
        var places = columns.Select((column, place) => (column, place)).ToDictionary(pair => pair.column, pair => pair.place);
        builder.Table([.. table.Select(row =>
        {
            var cells = new string[columns.Count];
            Array.Fill(cells, "");
            foreach (var (column, text) in row.Cells)
            {
                if (places.TryGetValue(column, out var place))
                {
                    cells[place] = text;
                }
            }

            return cells;
        })]);
    }
}
