using System.Text;
using BotKb.Knowledge;
using BotKb.Sources.Extraction;
using BotKb.Sources.Extraction.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotKb.EndToEndTests.Extraction;

/// <summary>Makes pools and files to read.</summary>
internal static class PoolBuilder
{
    public static ExtractionPool Pool(ExtractionOptions? options = null) => Pool(WorkerCommand.OfHost(), options);

    public static ExtractionPool Pool(ScriptedWorker worker, ExtractionOptions? options = null, TimeProvider? timeProvider = null) =>
        Pool(worker.Command, options, timeProvider);

    public static ExtractionPool Pool(WorkerCommand command, ExtractionOptions? options = null, TimeProvider? timeProvider = null) =>
        new(command, options ?? new ExtractionOptions { Workers = 1 }, timeProvider ?? TimeProvider.System, NullLogger.Instance);

    public static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads one text file and gives its text, or the status where it has none.</summary>
    public static async Task<string> TextAsync(this IDocumentExtractor extractor, string text, CancellationToken cancellationToken)
    {
        await using var file = File(text);
        return Text(await extractor.ExtractAsync("note.txt", file, cancellationToken));
    }

    public static string Text(ExtractionResult result) =>
        result.Document is { } document ? string.Join('\n', document.Blocks.Select(block => block.Text)) : result.Status.ToName();
}
