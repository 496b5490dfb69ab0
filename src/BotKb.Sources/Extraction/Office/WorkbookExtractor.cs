using System.Text.RegularExpressions;
using System.Xml.Linq;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Reads XLSX, XLSM, XLTX: each sheet as tables of at most fifty rows under their header, cells as people see them.</summary>
internal sealed partial class WorkbookExtractor : IFormatExtractor
{
    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        using var package = new OfficePackage(content);
        var main = package.MainPart("xl/workbook.xml");
        var links = package.Relationships(main);
        var workbook = package.Xml(main)!;
        var builder = new BlockBuilder();
        var sheets = new SheetReader(
            ReadStrings(package, links, cancellationToken),
            new CellFormats(package.Xml(Linked(links, "styles"))),
            workbook.Child("workbookPr").Value("date1904") is "1" or "true");
        foreach (var (name, part) in Sheets(workbook, links))
        {
            builder.Sheet = name;
            ReadSheet(package, part, name, sheets, builder, cancellationToken);
        }

        return builder.Build(package.Title());
    }

    private static List<string> ReadStrings(
        OfficePackage package, Dictionary<string, OfficeRelationship> links, CancellationToken cancellationToken)
    {
        using var reader = package.Read(Linked(links, "sharedStrings"));
        return SharedStrings.Read(reader, cancellationToken);
    }

    private static void ReadSheet(
        OfficePackage package, string part, string name, SheetReader sheets, BlockBuilder builder, CancellationToken cancellationToken)
    {
        using var reader = package.Read(part);
        var tables = new SheetTables(builder);
        var isNamed = DefaultName().IsMatch(name);
        foreach (var row in reader is null ? [] : sheets.Read(reader, cancellationToken))
        {
            if (!isNamed)
            {
                builder.Heading(1, name);
                isNamed = true;
            }

            tables.Add(row);
        }

        tables.Complete();
        ReadDrawings(package, part, builder);
    }

    /// <summary>Text boxes lie in a part beside the sheet.</summary>
    private static void ReadDrawings(OfficePackage package, string part, BlockBuilder builder)
    {
        foreach (var link in package.Relationships(part).Values.Where(link => link.Kind == "drawing"))
        {
            foreach (var paragraph in package.Xml(link.Part)?.Below("txBody").SelectMany(body => body.Children("p")) ?? [])
            {
                builder.Paragraph(DrawingText.Read(paragraph));
            }
        }
    }

    private static IEnumerable<(string Name, string Part)> Sheets(XElement workbook, Dictionary<string, OfficeRelationship> links)
    {
        foreach (var sheet in workbook.Child("sheets")?.Children("sheet") ?? [])
        {
            if (sheet.Value("id") is { } id && links.TryGetValue(id, out var link) && link.Kind == "worksheet")
            {
                yield return (sheet.Value("name") ?? "", link.Part);
            }
        }
    }

    private static string? Linked(Dictionary<string, OfficeRelationship> links, string kind) =>
        links.Values.FirstOrDefault(link => link.Kind == kind)?.Part;

    /// <summary>Names that Excel gives by itself say nothing.</summary>
    [GeneratedRegex(@"^(?:sheet|工作表|工作簿|tabelle|feuil|hoja|лист|table|シート|表)\s*\d*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DefaultName();
}
