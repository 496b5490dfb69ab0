using System.Collections.Immutable;
using System.Text;
using BotKb.Knowledge;
using FsCheck.Xunit;

namespace BotKb.Tests.Extraction;

/// <summary>What every <see cref="IDocumentExtractor"/> promises; an implementation inherits it and names itself.</summary>
public abstract class DocumentExtractorConformanceTests
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        "<html><head><title>Handbook</title></head><body><h1>Leave</h1><h2>Annual leave</h2><p>Twenty days a year.</p></body></html>");

    /// <summary>The extractor under test; the same one for every call.</summary>
    protected abstract IDocumentExtractor Extractor { get; }

    [Fact]
    public async Task Text_is_found_with_the_headings_above_it()
    {
        var result = await ExtractAsync("handbook.html", Page);

        result.Status.ShouldBe(ExtractionStatus.Ok);
        result.Reason.ShouldBeEmpty();
        result.Document!.Title.ShouldBe("Handbook");
        var paragraph = result.Document.Blocks.Single(block => block.Kind == BlockKind.Paragraph);
        paragraph.Text.ShouldBe("Twenty days a year.");
        paragraph.HeadingPath.ShouldBe(["Leave", "Annual leave"]);
    }

    [Fact]
    public async Task A_file_without_bytes_is_empty()
    {
        var result = await ExtractAsync("notes.txt", []);

        result.Status.ShouldBe(ExtractionStatus.Empty);
        result.Document.ShouldBeNull();
    }

    [Fact]
    public async Task A_file_of_white_space_is_empty() =>
        (await ExtractAsync("notes.md", " \r\n\t\n"u8.ToArray())).Status.ShouldBe(ExtractionStatus.Empty);

    [Theory]
    [InlineData("report.pdf")]
    [InlineData("report.docx")]
    [InlineData("report.xlsx")]
    [InlineData("report.txt")]
    public async Task Garbage_under_a_known_name_is_corrupt(string fileName)
    {
        var garbage = Enumerable.Range(0, 4000).Select(i => (byte)((i * 7919) >> 3)).ToArray();

        var result = await ExtractAsync(fileName, garbage);

        result.Status.ShouldBe(ExtractionStatus.Corrupt);
        result.Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_package_that_is_cut_short_is_corrupt()
    {
        var package = TestZip.Of(("word/document.xml", new string('a', 5000)));

        (await ExtractAsync("report.docx", package[..(package.Length / 2)])).Status.ShouldBe(ExtractionStatus.Corrupt);
    }

    [Fact]
    public async Task The_stream_is_read_from_where_it_stands()
    {
        using var stream = new MemoryStream([.. "skip this"u8, .. "Read this."u8]);
        stream.Position = "skip this".Length;

        var result = await Extractor.ExtractAsync("notes.txt", stream, TestContext.Current.CancellationToken);

        result.Document!.Blocks.Single().Text.ShouldBe("Read this.");
    }

    [Fact]
    public async Task A_cancelled_extraction_ends_in_an_exception()
    {
        using var stream = new MemoryStream(Page);

        await Should.ThrowAsync<OperationCanceledException>(
            () => Extractor.ExtractAsync("handbook.html", stream, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_stream_that_fails_is_not_mistaken_for_a_damaged_file() =>
        await Should.ThrowAsync<IOException>(
            () => Extractor.ExtractAsync("notes.txt", new FailingStream(), TestContext.Current.CancellationToken));

    [Fact]
    public async Task Extractions_at_the_same_time_do_not_mix()
    {
        var results = await Task.WhenAll(
            Enumerable.Range(0, 32).Select(i => ExtractAsync($"{i}.txt", Encoding.UTF8.GetBytes($"Text number {i}."))));

        results.Select(result => result.Document!.Blocks.Single().Text).ShouldBe(Enumerable.Range(0, 32).Select(i => $"Text number {i}."));
    }

    [Property(MaxTest = 60)]
    public async Task Whatever_the_bytes_the_result_is_whole(byte[] content, int ending)
    {
        string[] endings = [".txt", ".md", ".html", ".csv", ".eml", ".pdf", ".docx", ".zip", ".svg", ".json", ".xls", ""];

        var result = await ExtractAsync("file" + endings[(ending & int.MaxValue) % endings.Length], content);

        (result.Document?.Blocks ?? ImmutableArray<Block>.Empty).IsEmpty.ShouldBe(result.Status != ExtractionStatus.Ok);
        (result.Reason.Length == 0).ShouldBe(result.Status == ExtractionStatus.Ok);
        result.Document?.Blocks.ShouldAllBe(block => block.Text.Length > 0);
    }

    /// <summary>Extracts bytes under a name.</summary>
    protected async Task<ExtractionResult> ExtractAsync(string fileName, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await Extractor.ExtractAsync(fileName, stream, TestContext.Current.CancellationToken);
    }
}
