using BotKb.Data;
using BotKb.Knowledge;
using BotKb.Retrieval;
using BotKb.Retrieval.Analysis;
using BotKb.Sources.Extraction;
using BotKb.Sources.Extraction.Conversion;

namespace BotKb.Benchmarks.Fuzz;

/// <summary>Every format of file, read and then taken in as the host does with what a worker sends.</summary>
internal static class FileTargets
{
    private static readonly FormatDispatch Formats = new(new NoConverter(), attachmentLevels: 2);

    /// <summary>One target a kind of file.</summary>
    /// <param name="samples">The folder with the sample documents.</param>
    public static IEnumerable<FuzzTarget> All(string samples)
    {
        var files = Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => new FuzzSeed(Path.GetFileName(file), File.ReadAllBytes(file)))
            .Concat(MadeFiles.All());
        return files.GroupBy(file => Path.GetExtension(file.FileName)[1..], StringComparer.Ordinal)
            .Select(group => FuzzTarget.Of(group.Key, [.. group], file => Read(file.FileName, file.Content)))
            .OrderBy(target => target.Name, StringComparer.Ordinal);
    }

    /// <summary>Reads a file; whatever it is, there is a result, and what is found can be indexed.</summary>
    private static void Read(string fileName, byte[] content)
    {
        var result = Formats.Extract(fileName, content, CancellationToken.None);
        if (result.Document is null)
        {
            Promise(result.Status != ExtractionStatus.Ok && result.Reason.Length > 0, "a failure without a reason");
            return;
        }

        Promise(result.Status == ExtractionStatus.Ok && !result.Document.Blocks.IsDefaultOrEmpty, "a result without blocks");
        TakeIn(result.Document);
    }

    /// <summary>What the host does with a document.</summary>
    public static void TakeIn(ExtractedDocument document)
    {
        var cleaned = DocumentCleaner.Clean(document);
        foreach (var chunk in Chunker.Split(cleaned))
        {
            Promise(!string.IsNullOrEmpty(chunk.Text) || chunk.HeadingPath.Length > 0, "an empty chunk");
            TermVector.Decode(ChunkAnalyzer.Analyze(cleaned.Title ?? "", chunk.HeadingPath, chunk.Text));
            var stored = PostgresText.Clean(chunk.Text);
            Promise(!stored.Contains('\0', StringComparison.Ordinal), "text that PostgreSQL refuses");
        }
    }

    public static void Promise(bool kept, string broken)
    {
        if (!kept)
        {
            throw new InvalidOperationException($"A promise is broken: {broken}.");
        }
    }

    private sealed class NoConverter : IOfficeConverter
    {
        public byte[]? Convert(string fileName, byte[] content, string targetEnding, CancellationToken cancellationToken) => null;
    }
}
