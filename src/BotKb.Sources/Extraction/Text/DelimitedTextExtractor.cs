using BotKb.Knowledge;
using CsvHelper;

namespace BotKb.Sources.Extraction.Text;

/// <summary>Reads CSV and its kin as tables. The first row is the header, the delimiter is the one that makes the rows even.</summary>
internal sealed class DelimitedTextExtractor : IFormatExtractor
{
    private const int SampledLines = 50;
    private const int MostLinesInField = 100;
    private const string ExcelHint = "sep=";

    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        var text = TextFile.Read(content, declaredEncoding: null);
        var delimiter = ',';
        if (text.StartsWith(ExcelHint, StringComparison.OrdinalIgnoreCase) && text.Length > ExcelHint.Length)
        {
            delimiter = text[ExcelHint.Length];
            text = text[text.AsSpan().IndexOfAny('\r', '\n')..];
        }
        else
        {
            delimiter = FindDelimiter(text, fileName);
        }

        var rows = Parse(text, delimiter, CsvMode.Rfc4180, cancellationToken);
        if (rows.Any(row => row.Any(cell => cell.Count(c => c == '\n') > MostLinesInField)))
        {
            // A quotation mark that is never closed has swallowed what follows it.
            rows = Parse(text, delimiter, CsvMode.NoEscape, cancellationToken);
        }

        var blocks = new BlockBuilder();
        LongTable.AddTo(blocks, rows);
        return blocks.Build(title: null);
    }

    private static char FindDelimiter(string text, string fileName)
    {
        var lines = text.Split('\n', SampledLines + 1).Take(SampledLines).Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        var preferred = fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ',' : '\t';
        return new[] { preferred, ',', ';', '\t', '|' }.MaxBy(delimiter => Evenness(lines, delimiter));
    }

    // How many lines have the commonest number of delimiters (outside quotation marks); more columns win between equals.
    private static double Evenness(List<string> lines, char delimiter)
    {
        var counts = lines.Select(line => CountUnquoted(line, delimiter)).Where(count => count > 0).ToList();
        if (counts.Count == 0)
        {
            return 0;
        }

        var commonest = counts.GroupBy(count => count).MaxBy(group => (group.Count(), group.Key))!;
        return commonest.Count() + (Math.Min(commonest.Key, 99) / 100.0);
    }

    private static int CountUnquoted(string line, char delimiter)
    {
        var (count, isQuoted) = (0, false);
        foreach (var c in line)
        {
            isQuoted ^= c == '"';
            count += c == delimiter && !isQuoted ? 1 : 0;
        }

        return count;
    }

    private static List<IReadOnlyList<string>> Parse(string text, char delimiter, CsvMode mode, CancellationToken cancellationToken)
    {
        var options = new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            Mode = mode,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
        };
        using var reader = CsvReader.FromText(text, options);
        var rows = new List<IReadOnlyList<string>>();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(reader.Current.ToArray());
        }

        return rows;
    }
}
