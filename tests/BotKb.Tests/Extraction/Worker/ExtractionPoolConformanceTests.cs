using BotKb.Knowledge;

namespace BotKb.Tests.Extraction.Worker;

/// <summary>The pool keeps every extractor's promises, through real worker processes.</summary>
public sealed class ExtractionPoolConformanceTests(PoolFixture fixture) : DocumentExtractorConformanceTests, IClassFixture<PoolFixture>
{
    protected override IDocumentExtractor Extractor => fixture.Pool;
}
