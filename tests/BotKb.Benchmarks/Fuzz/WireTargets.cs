using System.Text;
using System.Text.Json;
using BotKb.Channels.Web;
using BotKb.Knowledge;
using BotKb.Knowledge.Uploads;
using BotKb.Models;
using BotKb.Retrieval.Analysis;
using BotKb.Retrieval.Lexical;
using BotKb.Sources.Extraction.Worker;
using BotKb.Sources.SharedDrive;
using BotKb.WebConsole.Uploads;
using Microsoft.AspNetCore.Http;

namespace BotKb.Benchmarks.Fuzz;

/// <summary>What comes over a wire or out of a row: requests, results of workers, settings, stored vectors.</summary>
internal static class WireTargets
{
    public static IEnumerable<FuzzTarget> All() =>
    [
        new("chat-question", Texts(
            """{"conversation":3,"messageId":"0197e1a2-7d3b-7c11-9a55-1f2e3d4c5b6a","text":"How many days of leave?","knowledgeBases":[1,2]}""",
            """{"messageId":"0197e1a2-7d3b-7c11-9a55-1f2e3d4c5b6a","text":"你好 \u4f60\ud83d\ude00","knowledgeBases":[]}"""), async input =>
            (await ReadAsync<ChatQuestion>(input))?.Problem(ChatApiTexts.English)),
        new("chat-rating", Texts("""{"rating":-1,"comment":"Not my office."}""", """{"rating":1}"""), ReadAsync<ChatRating>),
        new("worker-result", [Result()], ReadResultAsync),
        new("worker-requests", [Requests()], ServeAsync),
        FuzzTarget.Of("upload-name", Texts("plan.docx", "a/b\\c.txt", "报告 (1).pdf", "..\u0000"), input =>
            Allow<UploadRefusedException>(() => UploadName.Of(Text(input)))),
        FuzzTarget.Of("upload-boundary", Texts("multipart/form-data; boundary=\"----x\"", "multipart/form-data; boundary=x"), input =>
        {
            var request = new DefaultHttpContext().Request;
            request.Headers.ContentType = Text(input);
            UploadRequest.Boundary(request);
        }),
        FuzzTarget.Of("upload-settings", Texts("""{"knowledgeBaseId":1,"readers":"anna@example.com,group:hr"}""", """{"knowledgeBaseId":2,"readers":"everyone"}"""), input =>
            Allow<BotKbException>(() => UploadSettings.FromJson(Text(input)).ToLocation())),
        FuzzTarget.Of("drive-settings", Texts(
            """{"root":"/srv/drive","readers":"everyone","folders":[{"folder":"HR","readers":"group:hr"},{"folder":"HR/Pay","readers":"nobody"}]}""",
            """{"Root":"/srv/drive","Readers":"everyone","Folders":[{"Folder":"HR","Readers":"group:hr"}]}"""), input =>
            Allow<BotKbException>(() => SharedDriveSettings.FromJson(Text(input)).ToFolderReaders())),
        FuzzTarget.Of("drive-rule", Texts("HR=group:hr", "HR/Pay=anna@example.com, group:hr", "a=b=everyone"), input =>
            Allow<BotKbException>(() => SharedDriveSettings.Parse("/srv", Text(input), [Text(input)]).ToJson())),
        FuzzTarget.Of("model-error", Texts(
            """{"error":{"code":"context_length_exceeded","message":"maximum context length","type":"invalid_request_error"}}""",
            """{"message":"busy","code":429,"type":"rate_limit_error"}""", "[1]"), input => ModelFailures.InStream(input.Content)),
        FuzzTarget.Of("model-options", Texts("https://api.example.com/v1", "http://127.0.0.1:8080/v1", "http://[fe80::1]/v1"), input =>
            new ModelOptionsValidator().Validate("main", new ModelOptions { Endpoint = Text(input), Model = Text(input), ApiKey = Text(input) })),
        FuzzTarget.Of("term-vector", [new("vector", BotKb.Retrieval.ChunkAnalyzer.Analyze("Title", ["Heading"], "Thirty days of leave. 三十天年假。"))], ReadVector),
    ];

    /// <summary>Invalid UTF-8 becomes half a character, as a wire in UTF-16 or JSON may carry it.</summary>
    public static string Text(FuzzSeed input) => Encoding.UTF8.GetString(input.Content).Replace('\uFFFD', '\uD83D');

    public static IReadOnlyList<FuzzSeed> Texts(params string[] texts) => [.. texts.Select(text => new FuzzSeed("text", Encoding.UTF8.GetBytes(text)))];

    /// <summary>Runs what may throw one exception only.</summary>
    public static void Allow<T>(Action run)
        where T : Exception
    {
        try
        {
            run();
        }
        catch (T)
        {
            // This is how it says no.
        }
    }

    private static async Task<T?> ReadAsync<T>(FuzzSeed input)
        where T : class
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(input.Content);
        try
        {
            return await ChatJson.ReadAsync<T>(context.Request, ChatApiTexts.English, CancellationToken.None);
        }
        catch (ChatRefusal)
        {
            return null;
        }
    }

    private static FuzzSeed Result()
    {
        var document = new ExtractedDocument("Title", [new(BlockKind.Heading, "Leave", 1, []), new(BlockKind.Paragraph, "Thirty days.", 0, ["Leave"], 3)]);
        return new("result", JsonSerializer.SerializeToUtf8Bytes(ExtractionResult.Found(document), WireJson.Compact.ExtractionResult));
    }

    // Half of the inputs damage the frames, the others what they carry.
    private static async Task ReadResultAsync(FuzzSeed input)
    {
        using var wire = new MemoryStream();
        if (input.Content.Length % 2 == 0)
        {
            await wire.WriteAsync(input.Content);
        }
        else
        {
            var frames = new FrameWriter(wire);
            foreach (var piece in input.Content.Chunk(Frame.MaxPayload))
            {
                await frames.WriteAsync(FrameKind.Content, piece, CancellationToken.None);
            }

            await frames.WriteAsync(FrameKind.End, default, CancellationToken.None);
            await frames.FlushAsync(CancellationToken.None);
        }

        wire.Position = 0;
        try
        {
            await using var content = new FrameContentStream(new FrameReader(wire), 1 << 27);
            var result = await WireResult.ReadAsync(content, CancellationToken.None);
            if (result.Document is { } document)
            {
                FileTargets.TakeIn(document);
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or JsonException)
        {
            // The worker counts as lost.
        }
    }

    private static FuzzSeed Requests()
    {
        using var wire = new MemoryStream();
        foreach (var (kind, payload) in new[] { (FrameKind.Request, """{"FileName":"a.txt"}"""), (FrameKind.Content, "Words of a file."), (FrameKind.End, "") })
        {
            var bytes = Encoding.UTF8.GetBytes(payload);
            wire.WriteByte((byte)kind);
            wire.Write(BitConverter.GetBytes(bytes.Length));
            wire.Write(bytes);
        }

        return new("requests", wire.ToArray());
    }

    private static async Task ServeAsync(FuzzSeed input)
    {
        try
        {
            using var output = new MemoryStream();
            await new WorkerLoop(new NothingExtractor(), new FrameReader(new MemoryStream(input.Content)), new FrameWriter(output)).ServeAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or JsonException)
        {
            // The worker ends and says so.
        }
    }

    private static void ReadVector(FuzzSeed input)
    {
        Allow<InvalidDataException>(() => TermVector.Decode(input.Content));
        Allow<InvalidDataException>(() =>
        {
            for (var cursor = new VectorCursor(input.Content, 1); !cursor.AtEnd; cursor.MoveNext())
            {
                _ = cursor.Frequency;
            }
        });
    }

    private sealed class NothingExtractor : IDocumentExtractor
    {
        public Task<ExtractionResult> ExtractAsync(string fileName, Stream content, CancellationToken cancellationToken) =>
            Task.FromResult(ExtractionResult.Failed(ExtractionStatus.NoText, "Nothing."));
    }
}
