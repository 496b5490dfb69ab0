namespace BotKb.Sources.Extraction.Conversion;

/// <summary>Turns files of formats that BotKb does not read itself (.doc, .ppt, .rtf and their kin) into ones that it does.</summary>
public interface IOfficeConverter
{
    /// <summary>Converts one file.</summary>
    /// <param name="fileName">The file's name; its ending tells the converter the format.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="targetEnding">The wanted format as an ending without a dot: 'docx', 'pptx', 'xlsx'.</param>
    /// <param name="cancellationToken">Ends the conversion.</param>
    /// <returns>The converted file; null where no converter is installed.</returns>
    /// <exception cref="OfficeConversionException">The converter is there but has not converted the file.</exception>
    byte[]? Convert(string fileName, byte[] content, string targetEnding, CancellationToken cancellationToken);
}
