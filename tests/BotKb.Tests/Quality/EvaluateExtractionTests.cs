using BotKb.Knowledge;
using BotKb.Quality;
using BotKb.Quality.Figures;
using BotKb.Quality.Sets;
using Microsoft.Extensions.Time.Testing;

namespace BotKb.Tests.Quality;

public sealed class EvaluateExtractionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EvaluateExtractionTests()
    {
        _folder.Write("files/good.docx", "Leave rules\n15 days");
        _folder.Write("files/half.pdf", "abc");
        _folder.Write("files/broken.docx", "");
        _folder.Write("expected/good.md", "# Leave rules\n\n15 days");
        _folder.Write("expected/half.md", "abc def");
        _folder.Write("manifest.jsonl", """
            {"file": "files/good.docx", "format": "docx", "expected": "expected/good.md", "must_contain": ["15days", "16 days"], "must_not_contain": ["rules"], "note": ""}
            {"file": "files/half.pdf", "expect": "ok", "expected": "expected/half.md"}
            {"file": "files/broken.docx", "format": "docx", "expect": "error", "expected": null}
            """);
    }

    [Fact]
    public async Task Measures_each_file_against_its_expected_text()
    {
        var files = (await RunAsync(outFolder: null)).Files;

        (files[0].Status, files[0].Recall, files[0].Precision).ShouldBe(("ok", 1, 1));
        (files[1].Format, files[1].Recall, files[1].Precision).ShouldBe(("pdf", 0.25, 1));
        (files[2].Status, files[2].Expect, files[2].Recall, files[2].Precision).ShouldBe(("corrupt", "error", null, null));
    }

    [Fact]
    public async Task Means_leave_out_files_without_an_expected_text()
    {
        var figures = await RunAsync(outFolder: null);

        figures.Mean.ShouldBe(new OverlapMean(0.625, 1, 2));
        figures.Formats["docx"].ShouldBe(new OverlapMean(1, 1, 1));
        figures.Formats["pdf"].ShouldBe(new OverlapMean(0.25, 1, 1));
    }

    [Fact]
    public async Task Names_texts_that_are_missing_or_unwanted()
    {
        var file = (await RunAsync(outFolder: null)).Files[0];

        file.Missing.ShouldBe(["16 days"]);
        file.Unwanted.ShouldBe(["rules"]);
    }

    [Fact]
    public async Task Writes_a_text_file_for_every_document()
    {
        await RunAsync(Path.Combine(_folder.Path, "out"));

        _folder.Read("out/good.docx.txt").ShouldBe("Leave rules\n15 days");
        _folder.Read("out/broken.docx.txt").ShouldBe("");
    }

    [Fact]
    public async Task A_file_that_the_manifest_names_and_nobody_has_is_an_error()
    {
        var manifest = _folder.Write("manifest.jsonl", """{"file": "files/gone.docx"}""");

        (await Should.ThrowAsync<BotKbException>(() => RunAsync(outFolder: null))).Message
            .ShouldStartWith($"{manifest}, line 1: the file \"files/gone.docx\" does not exist");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<ExtractionFigures> RunAsync(string? outFolder)
    {
        var set = await ExtractionSet.ReadAsync(_folder.Path, CancellationToken.None);
        return await new EvaluateExtraction(new LineExtractor(), new FakeTimeProvider())
            .RunAsync(set, outFolder, new Progress<EvaluationProgress>(), CancellationToken.None);
    }

    private sealed class LineExtractor : IDocumentExtractor
    {
        public async Task<ExtractionResult> ExtractAsync(string fileName, Stream content, CancellationToken cancellationToken)
        {
            using var reader = new StreamReader(content);
            var text = await reader.ReadToEndAsync(cancellationToken);
            return text.Length == 0
                ? ExtractionResult.Failed(ExtractionStatus.Corrupt, "It is broken.")
                : ExtractionResult.Found(new ExtractedDocument(
                    null,
                    [.. text.Split('\n').Select(line => new Block(BlockKind.Paragraph, line, 0, []))]));
        }
    }
}
