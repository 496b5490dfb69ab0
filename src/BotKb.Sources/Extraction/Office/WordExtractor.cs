using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Reads DOCX, DOCM, DOTX: headings, lists, tables, text boxes, notes, headers and footers.</summary>
internal sealed class WordExtractor : IFormatExtractor
{
    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        using var package = new OfficePackage(content);
        var parts = new WordParts(package);
        var builder = new BlockBuilder();
        var body = new WordBody(parts, builder, cancellationToken);
        foreach (var header in parts.Margins("header"))
        {
            body.Read(header);
        }

        builder.Page = parts.HasPages ? 1 : null;
        body.Read(parts.Document);
        builder.Page = null;
        foreach (var footer in parts.Margins("footer"))
        {
            body.Read(footer);
        }

        return builder.Build(package.Title() ?? body.Title);
    }
}
