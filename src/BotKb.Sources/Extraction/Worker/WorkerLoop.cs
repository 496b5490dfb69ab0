using System.Text.Json;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>Answers one request after the other until the host closes the pipe. Every file ends in a result or in the end of the process.</summary>
internal sealed class WorkerLoop(IDocumentExtractor extractor, FrameReader requests, FrameWriter results)
{
    /// <summary>Up to here a file is kept in memory while it is read.</summary>
    private const int SmallFile = 16 * 1024 * 1024;

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
            await SendAsync(await AnswerAsync(request, cancellationToken), cancellationToken);
        }
    }

    private async Task<ExtractionResult> AnswerAsync(ExtractionRequest request, CancellationToken cancellationToken)
    {
        await using var content = await ReceiveAsync(cancellationToken);
        try
        {
            return await extractor.ExtractAsync(request.FileName, content, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (OutOfMemoryException)
        {
            return ExtractionResult.Failed(ExtractionStatus.TooLarge, "Reading the file takes more memory than Extraction:MemoryMegabytes allows.");
        }
        catch (Exception e)
        {
            return ExtractionResult.Failed(ExtractionStatus.Corrupt, $"Reading the file failed inside the extractor ({e.GetType().Name}).");
        }
    }

    private async Task<Stream> ReceiveAsync(CancellationToken cancellationToken)
    {
        await using var content = new FrameContentStream(requests, long.MaxValue);
        Stream file = new MemoryStream();
        var buffer = new byte[Frame.MaxPayload];
        int count;
        while ((count = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (file is MemoryStream small && small.Length + count > SmallFile)
            {
                file = await MoveToDiskAsync(small, cancellationToken);
            }

            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        file.Position = 0;
        return file;
    }

    private static async Task<Stream> MoveToDiskAsync(MemoryStream small, CancellationToken cancellationToken)
    {
        var file = UnnamedFile.Create(Path.GetTempPath());
        small.Position = 0;
        await small.CopyToAsync(file, cancellationToken);
        await small.DisposeAsync();
        return file;
    }

    private async Task SendAsync(ExtractionResult result, CancellationToken cancellationToken)
    {
        await using var output = new FrameOutputStream(results);
        await JsonSerializer.SerializeAsync(output, result, WireJson.Compact.ExtractionResult, cancellationToken);
        await results.WriteAsync(FrameKind.End, default, cancellationToken);
        await results.FlushAsync(cancellationToken);
    }
}
