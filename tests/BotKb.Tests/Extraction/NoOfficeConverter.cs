using BotKb.Sources.Extraction.Conversion;

namespace BotKb.Tests.Extraction;

/// <summary>A machine without LibreOffice.</summary>
internal sealed class NoOfficeConverter : IOfficeConverter
{
    public byte[]? Convert(string fileName, byte[] content, string targetEnding, CancellationToken cancellationToken) => null;
}
