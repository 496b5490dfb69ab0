using BotKb.Knowledge;
using BotKb.Sources.Extraction.Conversion;

namespace BotKb.Sources.Extraction;

/// <summary>
/// Reads files of every format that BotKb knows, in the calling process and on the calling thread. Files may be hostile: use it
/// inside a worker process that is bounded in time and memory.
/// </summary>
/// <param name="converter">Converts the old Office formats; returns null where no converter is installed.</param>
public sealed class FileExtractor(IOfficeConverter converter) : IDocumentExtractor
{
    /// <summary>The longest file that is read, in bytes.</summary>
    public const int LargestFile = 256 * 1024 * 1024;

    private const int AttachmentLevels = 2;

    private readonly FormatDispatch _formats = new(converter, AttachmentLevels);

    /// <inheritdoc/>
    public async Task<ExtractionResult> ExtractAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await ReadAsync(content, cancellationToken) is { } bytes
            ? _formats.Extract(fileName, bytes, cancellationToken)
            : ExtractionResult.Failed(ExtractionStatus.TooLarge, $"The file is larger than {LargestFile / (1024 * 1024)} MB; split it.");
    }

    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (var read = 0; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > LargestFile)
            {
                return null;
            }

            await bytes.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return bytes.ToArray();
    }
}
