using BotKb.Sources.Extraction.Worker;

namespace BotKb.Tests.Extraction.Worker;

public sealed class RewindableContentTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task Gives_a_download_twice()
    {
        await using var download = new PiecewiseStream(new MemoryStream([1, 2, 3]), 2);
        await using var content = await RewindableContent.OpenAsync(download, 3, folder.FullName, TestContext.Current.CancellationToken);

        ReadAll(content.ShouldNotBeNull().Rewind()).ShouldBe([1, 2, 3]);
        ReadAll(content.Rewind()).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Gives_a_file_twice_from_where_it_stood()
    {
        using var file = new MemoryStream([1, 2, 3]) { Position = 1 };
        await using var content = await RewindableContent.OpenAsync(file, 2, folder.FullName, TestContext.Current.CancellationToken);

        ReadAll(content.ShouldNotBeNull().Rewind()).ShouldBe([2, 3]);
        ReadAll(content.Rewind()).ShouldBe([2, 3]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refuses_what_is_longer_than_the_limit(bool seekable)
    {
        using var file = new MemoryStream([1, 2, 3]);
        await using Stream stream = seekable ? file : new PiecewiseStream(file, 2);

        (await RewindableContent.OpenAsync(stream, 2, folder.FullName, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Leaves_no_name_on_the_disk_even_while_the_copy_is_open()
    {
        await using var download = new PiecewiseStream(new MemoryStream([1, 2, 3]), 2);
        await using var content = await RewindableContent.OpenAsync(download, 3, folder.FullName, TestContext.Current.CancellationToken);

        content.ShouldNotBeNull();
        folder.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
