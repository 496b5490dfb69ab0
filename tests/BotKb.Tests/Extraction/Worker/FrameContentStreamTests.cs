using BotKb.Sources.Extraction.Worker;
using FsCheck.Xunit;

namespace BotKb.Tests.Extraction.Worker;

public sealed class FrameContentStreamTests
{
    [Property]
    public async Task Content_comes_back_whole_whatever_it_is(byte[] small, bool large)
    {
        var content = large ? [.. Enumerable.Range(0, 200_000).Select(i => (byte)i), .. small] : small;

        var read = await ReadAsync(await FramedAsync(content), content.Length);

        read.ShouldBe(content);
    }

    [Fact]
    public async Task Stops_when_more_comes_than_the_limit()
    {
        var framed = await FramedAsync(new byte[1001]);

        await Should.ThrowAsync<ContentTooLongException>(() => ReadAsync(framed, 1000));
    }

    [Fact]
    public async Task Takes_content_without_an_end_for_cut()
    {
        var framed = await FramedAsync(new byte[10]);

        await Should.ThrowAsync<EndOfStreamException>(() => ReadAsync(framed[..^Frame.HeaderLength], 1000));
    }

    [Fact]
    public async Task Refuses_another_frame_within_content()
    {
        await Should.ThrowAsync<InvalidDataException>(() => ReadAsync([(byte)FrameKind.Request, 0, 0, 0, 0], 1000));
    }

    private static async Task<byte[]> FramedAsync(byte[] content)
    {
        using var pipe = new MemoryStream();
        var writer = new FrameWriter(pipe);
        await using (var output = new FrameOutputStream(writer))
        {
            await output.WriteAsync(content, CancellationToken.None);
        }

        await writer.WriteAsync(FrameKind.End, default, CancellationToken.None);
        await writer.FlushAsync(CancellationToken.None);
        return pipe.ToArray();
    }

    private static async Task<byte[]> ReadAsync(byte[] framed, long maxBytes)
    {
        await using var content = new FrameContentStream(new FrameReader(new MemoryStream(framed)), maxBytes);
        using var read = new MemoryStream();
        await content.CopyToAsync(read, CancellationToken.None);
        return read.ToArray();
    }
}
