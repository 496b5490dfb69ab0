using System.Globalization;
using BotKb.Knowledge;
using BotKb.Sources.Extraction.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace BotKb.Sources.Extraction;

/// <summary>Reads workbooks of the old binary formats (.xls, .xlsb) as tables, sheet by sheet.</summary>
internal sealed class LegacyWorkbookExtractor : IFormatExtractor
{
    static LegacyWorkbookExtractor() => CodePages.Register();

    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            using var reader = ExcelReaderFactory.CreateReader(stream);
            var blocks = new BlockBuilder();
            do
            {
                blocks.Sheet = reader.Name;
                LongTable.AddTo(blocks, ReadSheet(reader, cancellationToken));
            }
            while (reader.NextResult());
            return blocks.Build(title: null);
        }
        catch (InvalidPasswordException)
        {
            throw new ExtractionException(ExtractionStatus.Encrypted, "The workbook is protected by a password; save a copy without one.");
        }
    }

    private static List<IReadOnlyList<string>> ReadSheet(IExcelDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<string>>();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Show(reader.GetValue(column)))]);
        }

        return rows;
    }

    private static string Show(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
