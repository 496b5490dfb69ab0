using System.Text.Json;
using BotKb.Knowledge;
using BotKb.Sources.Extraction.Worker;

namespace BotKb.Tests.Extraction.Worker;

public sealed class WorkerLoopTests
{
    private static readonly ExtractedDocument SomeText = new("标题", [new Block(BlockKind.Table, "| a | é |", 0, ["1", "二"], 3, "Sheet", 4)]);

    [Fact]
    public async Task Answers_each_request_with_what_the_extractor_found()
    {
        var extractor = new ScriptedExtractor((name, content) => name == "a.txt"
            ? ExtractionResult.Found(SomeText)
            : ExtractionResult.Failed(ExtractionStatus.NoText, $"{content.Length} bytes"));

        var results = await ServeAsync(extractor, ("a.txt", [1]), ("b.png", [1, 2, 3]));

        var found = results[0].Document.ShouldNotBeNull();
        found.Title.ShouldBe(SomeText.Title);
        found.Blocks.ShouldHaveSingleItem().HeadingPath.ShouldBe(["1", "二"]);
        (found.Blocks[0] with { HeadingPath = [] }).ShouldBe(SomeText.Blocks[0] with { HeadingPath = [] });
        results[1].ShouldBe(ExtractionResult.Failed(ExtractionStatus.NoText, "3 bytes"));
    }

    [Fact]
    public async Task Goes_on_with_the_next_file_when_the_extractor_reads_only_the_beginning()
    {
        var results = await ServeAsync(new FirstByteExtractor(), ("a.bin", [1, .. new byte[200_000]]), ("b.bin", [2]));

        results.Select(result => result.Reason).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Says_too_large_when_memory_runs_out()
    {
        var greedy = new ScriptedExtractor((_, _) => ExtractionResult.Failed(ExtractionStatus.Corrupt, new string('x', int.MaxValue)));

        var results = await ServeAsync(greedy, ("a.pdf", [1]));

        results[0].Status.ShouldBe(ExtractionStatus.TooLarge);
    }

    [Fact]
    public async Task Says_corrupt_and_goes_on_when_the_extractor_throws()
    {
        var extractor = new ScriptedExtractor(
            (name, _) => name == "a.pdf" ? throw new KeyNotFoundException() : ExtractionResult.Found(SomeText));

        var results = await ServeAsync(extractor, ("a.pdf", [1]), ("b.pdf", [1]));

        results[0].Status.ShouldBe(ExtractionStatus.Corrupt);
        results[0].Reason.ShouldContain(nameof(KeyNotFoundException));
        results[1].Status.ShouldBe(ExtractionStatus.Ok);
    }

    [Fact]
    public async Task Ends_when_something_else_than_a_request_comes()
    {
        var input = new MemoryStream([(byte)FrameKind.Content, 0, 0, 0, 0]);
        var loop = new WorkerLoop(
            new ScriptedExtractor((_, _) => ExtractionResult.Found(SomeText)), new FrameReader(input), new FrameWriter(Stream.Null));

        await Should.ThrowAsync<InvalidDataException>(() => loop.ServeAsync(CancellationToken.None));
    }

    private static async Task<List<ExtractionResult>> ServeAsync(IDocumentExtractor extractor, params (string Name, byte[] Content)[] files)
    {
        using var input = new MemoryStream();
        var requests = new FrameWriter(input);
        foreach (var (name, content) in files)
        {
            var request = JsonSerializer.SerializeToUtf8Bytes(new ExtractionRequest(name), WireJson.Compact.ExtractionRequest);
            await requests.WriteAsync(FrameKind.Request, request, CancellationToken.None);
            await using (var frames = new FrameOutputStream(requests))
            {
                await frames.WriteAsync(content, CancellationToken.None);
            }

            await requests.WriteAsync(FrameKind.End, default, CancellationToken.None);
        }

        await requests.FlushAsync(CancellationToken.None);
        input.Position = 0;
        using var output = new MemoryStream();
        await new WorkerLoop(extractor, new FrameReader(input), new FrameWriter(output)).ServeAsync(CancellationToken.None);
        output.Position = 0;
        return await ReadResultsAsync(new FrameReader(output), files.Length);
    }

    private static async Task<List<ExtractionResult>> ReadResultsAsync(FrameReader frames, int count)
    {
        await frames.ReadAsync(FrameKind.Ready, CancellationToken.None);
        var results = new List<ExtractionResult>();
        for (var i = 0; i < count; i++)
        {
            await using var content = new FrameContentStream(frames, long.MaxValue);
            var result = await JsonSerializer.DeserializeAsync(content, WireJson.Compact.ExtractionResult, CancellationToken.None);
            results.Add(result.ShouldNotBeNull());
        }

        (await frames.ReadAsync(CancellationToken.None)).ShouldBeNull();
        return results;
    }
}
