using System.Text.Json;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>
/// Answers one request after the other until the host closes the pipe. Every file ends in a result or in the end of the process.
/// </summary>
internal sealed class WorkerLoop(IDocumentExtractor extractor, FrameReader requests, FrameWriter results)
{
    /// <summary>Serves until the input ends.</summary>
    /// <exception cref="InvalidDataException">The input is not a request.</exception>
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        await results.WriteAsync(FrameKind.Ready, default, cancellationToken);
        await results.FlushAsync(cancellationToken);
        while (await requests.ReadAsync(cancellationToken) is { } frame)
        {
            if (frame.Kind != FrameKind.Request)
            {
                throw new InvalidDataException("A Request frame was due.");
            }

            var request = JsonSerializer.Deserialize(frame.Payload.Span, WireJson.Compact.ExtractionRequest)
                ?? throw new InvalidDataException("The request is empty.");
            await using var content = new FrameContentStream(requests, long.MaxValue);
            var result = await ReadAsync(request.FileName, content, cancellationToken);

            // The extractor may know enough before the end of the file; the next request comes after it.
            await content.CopyToAsync(Stream.Null, cancellationToken);
            await SendAsync(result, cancellationToken);
        }
    }

    private async Task<ExtractionResult> ReadAsync(string fileName, FrameContentStream content, CancellationToken cancellationToken)
    {
        try
        {
            return await extractor.ExtractAsync(fileName, content, cancellationToken);
        }
        catch (OutOfMemoryException)
        {
            return ExtractionResult.Failed(
                ExtractionStatus.TooLarge, "Reading the file takes more memory than Extraction:MemoryMegabytes allows.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return ExtractionResult.Failed(ExtractionStatus.Corrupt, $"Reading the file failed inside the extractor ({e.GetType().Name}).");
        }
    }

    private async Task SendAsync(ExtractionResult result, CancellationToken cancellationToken)
    {
        await using var output = new FrameOutputStream(results);
        await JsonSerializer.SerializeAsync(output, result, WireJson.Compact.ExtractionResult, cancellationToken);
        await results.WriteAsync(FrameKind.End, default, cancellationToken);
        await results.FlushAsync(cancellationToken);
    }
}
