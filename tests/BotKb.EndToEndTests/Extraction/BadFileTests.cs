using BotKb.Knowledge;
using BotKb.Sources.Extraction;
using static BotKb.EndToEndTests.Extraction.PoolBuilder;

namespace BotKb.EndToEndTests.Extraction;

/// <summary>Hostile files, read by real workers: each ends in its own status, and the next file is read.</summary>
public sealed class BadFileTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pdf_that_never_ends_parsing_ends_in_timeout() =>
        (await StatusAsync("a.pdf", BadFiles.PdfWithDrawingsWithoutNumber(levels: 10, text: ""), timeoutSeconds: 2))
            .ShouldBe(ExtractionStatus.Timeout);

    [Fact]
    public async Task A_pdf_that_takes_all_memory_ends_in_too_large() =>
        (await StatusAsync("a.pdf", BadFiles.PdfWithDrawingsWithoutNumber(levels: 10, text: new string('x', 1000))))
            .ShouldBe(ExtractionStatus.TooLarge);

    [Fact]
    public async Task A_pdf_with_a_bomb_in_a_page_gives_no_text() =>
        (await StatusAsync("a.pdf", BadFiles.PdfWithABombInAPage(gigabytes: 2))).ShouldNotBe(ExtractionStatus.Ok);

    [Fact]
    public async Task A_pdf_whose_pages_are_their_own_children_gives_no_text() =>
        (await StatusAsync("a.pdf", BadFiles.PdfWithPagesInACircle())).ShouldNotBe(ExtractionStatus.Ok);

    [Fact]
    public async Task A_pdf_that_draws_itself_gives_no_text() =>
        (await StatusAsync("a.pdf", BadFiles.PdfThatDrawsItself())).ShouldNotBe(ExtractionStatus.Ok);

    [Fact]
    public async Task A_pdf_that_nests_without_end_gives_no_text() =>
        (await StatusAsync("a.pdf", BadFiles.PdfThatNestsWithoutEnd())).ShouldNotBe(ExtractionStatus.Ok);

    [Fact]
    public async Task A_word_document_that_unpacks_to_a_gigabyte_ends_in_bomb() =>
        (await StatusAsync("a.docx", BadFiles.WordBomb(gigabytes: 1))).ShouldBe(ExtractionStatus.Bomb);

    private static async Task<ExtractionStatus> StatusAsync(string name, byte[] content, int timeoutSeconds = 60)
    {
        await using var pool = Pool(new ExtractionOptions { Workers = 1, MemoryMegabytes = 256, TimeoutSeconds = timeoutSeconds });
        await using var file = new MemoryStream(content);

        var result = await pool.ExtractAsync(name, file, Cancelled);

        (await pool.TextAsync("after", Cancelled)).ShouldBe("after");
        return result.Status;
    }
}
