using Microsoft.AspNetCore.Http;

namespace BotKb.Simulators.OpenAi;

/// <summary>Writes the vectors of one request, as the script and the fault say.</summary>
internal sealed class EmbeddingWriter(
    HttpContext context, OpenAiCall call, EmbeddingDialect dialect, OpenAiScript script, OpenAiFault? fault, TimeProvider time)
{
    private const int CrawlBytes = 4;
    private static readonly TimeSpan CrawlPause = TimeSpan.FromMilliseconds(50);
    private readonly CancellationToken _closed = context.RequestAborted;
    private readonly EmbeddingScript _vectors = script.Embeddings;

    /// <summary>Writes the answer.</summary>
    public async Task WriteAsync()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(script.LatencyMs), time, _closed);
        var texts = dialect.Texts(call.Body);
        if (_vectors.MaxTexts > 0 && texts.Count > _vectors.MaxTexts)
        {
            await RefuseAsync(413, $"batch size {texts.Count} > maximum allowed batch size {_vectors.MaxTexts}", texts);
        }
        else if (_vectors.MaxCharacters > 0 && texts.Any(text => text.Length > _vectors.MaxCharacters))
        {
            await RefuseAsync(400, "the input is too long for this model", texts);
        }
        else
        {
            var rows = Spoil([.. texts.Select((text, i) => (_vectors.WithoutIndex ? null : (int?)i, Vector(text)))]);
            var base64 = _vectors.Base64 || (string?)call.Body["encoding_format"] == "base64" || fault?.Fault == EmbeddingFaults.NanInBase64;
            await SendAsync(dialect.Answer((string?)call.Body["model"], rows, base64));
        }

        call.DoneAt = time.GetUtcNow();
    }

    private float[] Vector(string text) => WordVectors.Of(text, (int?)call.Body["dimensions"] ?? _vectors.Dimensions, _vectors.Length);

    private List<(int? Index, float[] Vector)> Spoil(List<(int? Index, float[] Vector)> rows)
    {
        var (index, vector) = rows[^1];
        switch (fault?.Fault)
        {
            case EmbeddingFaults.WrongLength:
                return [.. rows.Select(row => (row.Index, row.Vector[1..]))];
            case EmbeddingFaults.MixedLengths:
                rows[^1] = (index, vector[1..]);
                break;
            case EmbeddingFaults.Nan or EmbeddingFaults.NanInBase64:
                vector[0] = float.NaN;
                break;
            case EmbeddingFaults.Zero:
                Array.Clear(vector);
                break;
            case EmbeddingFaults.TooFewRows:
                rows.RemoveAt(rows.Count - 1);
                break;
            case EmbeddingFaults.OutOfOrder:
                rows.Reverse();
                break;
            case EmbeddingFaults.DuplicateIndex:
                rows[^1] = (0, vector);
                break;
            case EmbeddingFaults.MissingIndex:
                rows[^1] = (null, vector);
                break;
        }

        return rows;
    }

    // The text comes back in the message, as some services have it.
    private async Task RefuseAsync(int status, string message, IReadOnlyList<string> texts)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(dialect.Error($"{message}: {texts[0]}", "Validation").ToJsonString(), _closed);
    }

    private async Task SendAsync(byte[] json)
    {
        context.Response.ContentType = "application/json";
        if (fault?.Fault != EmbeddingFaults.Crawl)
        {
            await context.Response.Body.WriteAsync(json, _closed);
            return;
        }

        for (var sent = 0; sent < json.Length; sent += CrawlBytes)
        {
            await context.Response.Body.WriteAsync(json.AsMemory(sent, Math.Min(CrawlBytes, json.Length - sent)), _closed);
            await context.Response.Body.FlushAsync(_closed);
            await Task.Delay(CrawlPause, time, _closed);
        }
    }
}
