using System.Text.RegularExpressions;
using System.Xml;

namespace BotKb.Sources.Extraction.Office;

/// <summary>
/// The merged cells of a sheet: each says its text in every row and column that it covers, so that every row reads by itself.
/// </summary>
internal sealed partial class SheetMerges
{
    private const int LongestRepeated = 100;
    private const int WidestMerge = 64;
    private const int TallestMerge = 1000;

    private readonly Queue<Merge> _coming;
    private readonly List<Merge> _open = [];

    private SheetMerges(IEnumerable<Merge> merges) => _coming = new Queue<Merge>(merges.OrderBy(merge => merge.Top));

    /// <summary>Reads the merges of a sheet; they stand behind its rows.</summary>
    public static SheetMerges Read(XmlReader? reader)
    {
        var merges = new List<Merge>();
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } && Parse(reader.GetAttribute("ref")) is { } merge)
            {
                merges.Add(merge);
            }
        }

        return new SheetMerges(merges);
    }

    private static Merge? Parse(string? reference)
    {
        var range = Range().Match(reference ?? "");
        if (!range.Success)
        {
            return null;
        }

        var merge = new Merge(
            SheetReader.Column(range.Groups["left"].Value) ?? 0, int.Parse(range.Groups["top"].ValueSpan),
            SheetReader.Column(range.Groups["right"].Value) ?? 0, int.Parse(range.Groups["bottom"].ValueSpan));
        return merge.Right - merge.Left < WidestMerge && merge.Bottom - merge.Top < TallestMerge ? merge : null;
    }

    /// <summary>The rows with the cells that merges hide filled in.</summary>
    public IEnumerable<SheetRow> Fill(IEnumerable<SheetRow> rows)
    {
        foreach (var row in rows)
        {
            while (_coming.TryPeek(out var next) && next.Top <= row.Number)
            {
                _open.Add(_coming.Dequeue());
            }

            _open.RemoveAll(merge => merge.Bottom < row.Number);
            yield return _open.Count == 0 ? row : Fill(row);
        }
    }

    private SheetRow Fill(SheetRow row)
    {
        var cells = row.Cells.ToDictionary(cell => cell.Column, cell => cell.Text);
        foreach (var merge in _open)
        {
            if (merge.Top == row.Number)
            {
                merge.Text = cells.GetValueOrDefault(merge.Left, "");
            }

            // A lone cell across the table is its caption.
            var right = row.Cells.Count == 1 && merge.Top == row.Number ? merge.Left : merge.Right;
            for (var column = merge.Left; column <= right && merge.Text.Length is > 0 and <= LongestRepeated; column++)
            {
                cells.TryAdd(column, merge.Text);
            }
        }

        return row with { Cells = [.. cells.OrderBy(cell => cell.Key).Select(cell => (cell.Key, cell.Value))] };
    }

    [GeneratedRegex(
        @"^\$?(?<left>[A-Z]{1,3})\$?(?<top>\d{1,7}):\$?(?<right>[A-Z]{1,3})\$?(?<bottom>\d{1,7})$",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();

    private sealed record Merge(int Left, int Top, int Right, int Bottom)
    {
        public string Text { get; set; } = "";
    }
}
