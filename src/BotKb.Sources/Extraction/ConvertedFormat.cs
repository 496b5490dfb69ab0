using BotKb.Knowledge;
using BotKb.Sources.Extraction.Conversion;

namespace BotKb.Sources.Extraction;

/// <summary>Reads a format by way of another one into which the converter turns it.</summary>
/// <param name="converter">Does the conversion.</param>
/// <param name="name">How people call the format.</param>
/// <param name="targetEnding">The ending of the format that <paramref name="reader"/> reads.</param>
/// <param name="reader">Reads what the converter returns.</param>
internal sealed class ConvertedFormat(IOfficeConverter converter, string name, string targetEnding, IFormatExtractor reader)
    : IFormatExtractor
{
    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            return converter.Convert(fileName, content, targetEnding, cancellationToken) is { } converted
                ? reader.Extract(fileName, converted, cancellationToken)
                : throw new ExtractionException(
                    ExtractionStatus.Unsupported,
                    $"BotKb reads {name} only where LibreOffice is installed; save it as .{targetEnding}.");
        }
        catch (OfficeConversionException e)
        {
            throw new ExtractionException(e.Status, e.Message);
        }
    }
}
