using BotKb.Knowledge;
using BotKb.Sources.Extraction;

namespace BotKb.Tests.Extraction;

public sealed class FileExtractorConformanceTests : DocumentExtractorConformanceTests
{
    protected override IDocumentExtractor Extractor { get; } = new FileExtractor(new NoOfficeConverter());
}
