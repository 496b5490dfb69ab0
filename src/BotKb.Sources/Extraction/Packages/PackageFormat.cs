using System.Text;
using BotKb.Sources.Extraction.Archives;

namespace BotKb.Sources.Extraction.Packages;

/// <summary>Tells which document a zip package is by the files in it.</summary>
internal static class PackageFormat
{
    private const int LongestDeclaration = 256 * 1024;

    // The main part's content type (ECMA-376); templates, shows and macro-enabled files are variants of the same.
    private static readonly (string Part, FileFormat Format)[] OfficeParts =
    [
        ("wordprocessingml.document.main", FileFormat.WordDocument),
        ("wordprocessingml.template.main", FileFormat.WordDocument),
        ("ms-word.document.macroenabled.main", FileFormat.WordDocument),
        ("ms-word.template.macroenabledtemplate.main", FileFormat.WordDocument),
        ("presentationml.presentation.main", FileFormat.Presentation),
        ("presentationml.slideshow.main", FileFormat.Presentation),
        ("presentationml.template.main", FileFormat.Presentation),
        ("ms-powerpoint.presentation.macroenabled.main", FileFormat.Presentation),
        ("ms-powerpoint.slideshow.macroenabled.main", FileFormat.Presentation),
        ("spreadsheetml.sheet.main", FileFormat.Workbook),
        ("spreadsheetml.template.main", FileFormat.Workbook),
        ("ms-excel.sheet.macroenabled.main", FileFormat.Workbook),
        ("ms-excel.sheet.binary.macroenabled.main", FileFormat.LegacyWorkbook),
    ];

    private static readonly (string MediaType, FileFormat Format)[] MediaTypes =
    [
        ("application/vnd.oasis.opendocument.text", FileFormat.OpenDocumentText),
        ("application/vnd.oasis.opendocument.spreadsheet", FileFormat.OpenDocumentSpreadsheet),
        ("application/vnd.oasis.opendocument.presentation", FileFormat.OpenDocumentPresentation),
        ("application/epub+zip", FileFormat.Epub),
    ];

    /// <summary>The document format; null for an archive of any files.</summary>
    public static FileFormat? Find(byte[] zip, IReadOnlyList<ZipEntryHeader> entries)
    {
        if (Read(zip, entries, "mimetype") is { } mediaType)
        {
            return MediaTypes.Where(known => mediaType.StartsWith(known.MediaType, StringComparison.Ordinal))
                .Select(known => (FileFormat?)known.Format)
                .FirstOrDefault();
        }

        var contentTypes = Read(zip, entries, "[Content_Types].xml") ?? "";
        return OfficeParts.Where(known => contentTypes.Contains(known.Part, StringComparison.OrdinalIgnoreCase))
            .Select(known => (FileFormat?)known.Format)
            .FirstOrDefault();
    }

    private static string? Read(byte[] zip, IReadOnlyList<ZipEntryHeader> entries, string name) =>
        entries.FirstOrDefault(entry => entry.Name == name) is { } entry
            ? Encoding.UTF8.GetString(ZipGate.Unpack(zip, entry, LongestDeclaration))
            : null;
}
