using BotKb.Sources.Extraction.Worker;
using FsCheck;
using FsCheck.Xunit;

namespace BotKb.Tests.Extraction.Worker;

public sealed class FrameTests
{
    [Property]
    public async Task Frames_come_back_as_they_were_written_however_the_pipe_cuts_them(byte[][] payloads, PositiveInt pieceLength)
    {
        using var pipe = new MemoryStream();
        var writer = new FrameWriter(pipe);
        foreach (var payload in payloads)
        {
            await writer.WriteAsync(FrameKind.Content, payload, CancellationToken.None);
        }

        await writer.FlushAsync(CancellationToken.None);
        pipe.Position = 0;
        var reader = new FrameReader(new PiecewiseStream(pipe, pieceLength.Get));
        foreach (var payload in payloads)
        {
            var frame = (await reader.ReadAsync(CancellationToken.None)).ShouldNotBeNull();
            frame.Kind.ShouldBe(FrameKind.Content);
            frame.Payload.ToArray().ShouldBe(payload);
        }

        (await reader.ReadAsync(CancellationToken.None)).ShouldBeNull();
    }

    [Property]
    public async Task Any_bytes_end_in_frames_or_in_one_of_two_errors(byte[] bytes)
    {
        var reader = new FrameReader(new MemoryStream(bytes));
        try
        {
            while (await reader.ReadAsync(CancellationToken.None) is not null)
            {
            }
        }
        catch (Exception e)
        {
            (e is InvalidDataException or EndOfStreamException).ShouldBeTrue(e.ToString());
        }
    }

    [Fact]
    public async Task Carries_the_largest_payload_when_another_frame_waits_in_the_buffer()
    {
        using var pipe = new MemoryStream();
        var writer = new FrameWriter(pipe);
        var largest = new byte[Frame.MaxPayload];
        new Random(1).NextBytes(largest);
        await writer.WriteAsync(FrameKind.Request, new byte[] { 1 }, TestContext.Current.CancellationToken);
        await writer.WriteAsync(FrameKind.Content, largest, TestContext.Current.CancellationToken);
        await writer.FlushAsync(TestContext.Current.CancellationToken);
        pipe.Position = 0;
        var reader = new FrameReader(pipe);
        await reader.ReadAsync(FrameKind.Request, TestContext.Current.CancellationToken);

        var frame = await reader.ReadAsync(FrameKind.Content, TestContext.Current.CancellationToken);

        frame.Payload.ToArray().ShouldBe(largest);
    }

    [Fact]
    public async Task Refuses_a_frame_that_is_longer_than_any_that_is_written()
    {
        var reader = new FrameReader(new MemoryStream([(byte)FrameKind.Content, 1, 0, 1, 0]));

        await Should.ThrowAsync<InvalidDataException>(async () => await reader.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Tells_a_cut_frame_from_the_end_of_the_pipe()
    {
        var reader = new FrameReader(new MemoryStream([(byte)FrameKind.Content, 2, 0, 0, 0, 7]));

        await Should.ThrowAsync<EndOfStreamException>(async () => await reader.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Refuses_another_frame_than_the_one_that_is_due()
    {
        var reader = new FrameReader(new MemoryStream([(byte)FrameKind.End, 0, 0, 0, 0]));

        await Should.ThrowAsync<InvalidDataException>(async () => await reader.ReadAsync(FrameKind.Ready, CancellationToken.None));
    }
}
