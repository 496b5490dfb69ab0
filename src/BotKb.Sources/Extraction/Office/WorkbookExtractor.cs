using System.Xml.Linq;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Reads XLSX, XLSM, XLTX: each sheet as tables of at most fifty rows under their header, cells as people see them.</summary>
internal sealed class WorkbookExtractor : IFormatExtractor
{
    private const long LongestReadTwice = 16 * 1024 * 1024;

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

        // The first sheet's name, which would stand in for the title, says nothing of the workbook.
        return builder.Build(package.Title() ?? Path.GetFileNameWithoutExtension(fileName));
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
        var isEmpty = true;
        foreach (var row in reader is null ? [] : ReadMerges(package, part).Fill(sheets.Read(reader, cancellationToken)))
        {
            if (isEmpty)
            {
                builder.Heading(1, name);
                isEmpty = false;
            }

            tables.Add(row);
        }

        tables.Complete();
        ReadDrawings(package, part, builder);
    }

    /// <summary>Merges stand behind the rows, which a long sheet is not worth reading twice for.</summary>
    private static SheetMerges ReadMerges(OfficePackage package, string part)
    {
        using var reader = package.Size(part) < LongestReadTwice ? package.Read(part) : null;
        return SheetMerges.Read(reader);
    }

    /// <summary>Text boxes, pictures and charts lie in a part beside the sheet.</summary>
    private static void ReadDrawings(OfficePackage package, string part, BlockBuilder builder)
    {
        foreach (var link in package.Relationships(part).Values.Where(link => link.Kind == "drawing"))
        {
            var drawing = package.Xml(link.Part);
            foreach (var paragraph in drawing?.Below("txBody").SelectMany(body => body.Children("p")) ?? [])
            {
                builder.Paragraph(DrawingText.Read(paragraph));
            }

            foreach (var picture in drawing?.Below("pic") ?? [])
            {
                builder.Paragraph(AltText.Read(picture));
            }

            foreach (var frame in drawing?.Below("graphicFrame") ?? [])
            {
                new OfficeGraphics(package, package.Relationships(link.Part)).Read(frame, builder);
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
}
