using System.Buffers;
using BotKb.Data;
using BotKb.Knowledge.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BotKb.WebConsole.Uploads;

/// <summary>Stores the files of a request while it comes in, never more of it in memory than a part.</summary>
internal sealed class UploadRequest(
    UploadStore store, ISyncRequests syncs, IOptions<UploadOptions> options, ILogger<UploadRequest> logger)
{
    private const int BufferBytes = 64 * 1024;
    private const int LongestBoundary = 100;

    /// <summary>The boundary of a multipart request; null for any other.</summary>
    public static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary
            : null;

    /// <summary>Stores one file after the other; a file that is refused for its name does not end the request, one that is too large does.</summary>
    public async Task<UploadAnswer> ReadAsync(
        HttpRequest request, string boundary, UploadSettings place, string uploadedBy, UploadTexts texts, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(boundary, request.Body, BufferBytes);
        var results = new List<UploadResult>();
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (FileName(section) is not { } name)
                {
                    continue;
                }

                var refusal = await StoreAsync(section.Body, place, name, uploadedBy, results, cancellationToken);
                if (refusal is { } why)
                {
                    results.Add(UploadResult.Refused(name, texts.Reason(why, options.Value.MaxFileMegabytes)));
                }

                if (refusal is UploadRefusal.TooLarge or UploadRefusal.CutShort or UploadRefusal.NotStored)
                {
                    return new UploadAnswer(results, results[^1].Reason);
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return new UploadAnswer(results, texts.CutShort);
        }

        return new UploadAnswer(results, results.Count == 0 ? texts.NoFiles : null);
    }

    private async Task<UploadRefusal?> StoreAsync(
        Stream content, UploadSettings place, string name, string uploadedBy, List<UploadResult> results, CancellationToken cancellationToken)
    {
        try
        {
            await using var upload = await store.BeginAsync(place, name, uploadedBy, cancellationToken);
            await CopyAsync(content, upload, cancellationToken);
            await upload.CompleteAsync(cancellationToken);
            results.Add(UploadResult.Stored(upload.Name));
            syncs.Ask(upload.SourceId);
            return null;
        }
        catch (UploadRefusedException exception)
        {
            return exception.Refusal;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && PostgresFailure.Describe(exception) is { } known)
        {
            logger.NotStored(place.KnowledgeBaseId, known.Message);
            return UploadRefusal.NotStored;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return UploadRefusal.CutShort;
        }
    }

    private static async Task CopyAsync(Stream content, PendingUpload upload, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                await upload.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Browsers write a quotation mark in a name as %22.
    private static string? FileName(MultipartSection section) =>
        section.GetContentDispositionHeader() is { } header && header.IsFileDisposition()
            ? HeaderUtilities.RemoveQuotes(header.FileNameStar.HasValue ? header.FileNameStar : header.FileName)
                .ToString().Replace("%22", "\"", StringComparison.Ordinal)
            : null;
}
