using System.Diagnostics;
using BotKb.Benchmarks.Corpus;
using BotKb.Benchmarks.Files;
using BotKb.Sources.Extraction;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BotKb.Benchmarks.Extraction;

/// <summary>Files a second through the product's worker processes and nothing else: no disk, no index, no database.</summary>
internal static class ExtractionBenchmark
{
    private const int Different = 20;
    private const int WarmUp = 40;
    private const int WordBytes = 36_000;
    private const int WordFiles = 600;
    private const int PdfPages = 20;
    private const int PdfFiles = 120;

    public static async Task<int> RunAsync(string data, int runs, CancellationToken cancellationToken)
    {
        var corpus = ChunkCorpus.Read(data);
        var chunks = corpus.Take(corpus.RealCount).Where(chunk => !FullChunks.IsSpaceless(chunk)).ToArray();
        var words = Enumerable.Range(0, Different).Select(i => Word(chunks, i)).ToArray();
        var pdfs = Enumerable.Range(0, Different).Select(i => Pdf(chunks, i)).ToArray();
        foreach (var workers in new[] { 1, new ExtractionOptions().Workers }.Distinct())
        {
            for (var run = 1; run <= runs; run++)
            {
                await MeasureAsync($"run {run}, {workers} workers, DOCX", "file.docx", words, WordFiles, workers, cancellationToken);
                await MeasureAsync($"run {run}, {workers} workers, PDF of {PdfPages} pages", "file.pdf", pdfs, PdfFiles, workers, cancellationToken);
            }
        }

        return 0;
    }

    private static byte[] Word(string[] chunks, int number)
    {
        var paragraphs = new List<string>();
        byte[] file;
        do
        {
            var chunk = chunks[((number * 97) + paragraphs.Count) % chunks.Length];
            paragraphs.AddRange(chunk.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            file = WordFile.Of($"Document {number}", paragraphs);
        }
        while (file.Length < WordBytes);
        return file;
    }

    private static byte[] Pdf(string[] chunks, int number) =>
        PdfDocument.Of($"Document {number}", string.Join(' ', chunks.Skip(number * 31).Take(PdfPages * 4)), PdfPages);

    private static async Task MeasureAsync(
        string what, string name, byte[][] files, int count, int workers, CancellationToken cancellationToken)
    {
        var processor = OfEndedChildren();
        var characters = 0L;
        var seconds = 0.0;
        await using (var pool = new ExtractionPool(
            Options.Create(new ExtractionOptions { Workers = workers }), TimeProvider.System, NullLogger<ExtractionPool>.Instance))
        {
            await ExtractAsync(pool, name, files, WarmUp, workers, cancellationToken);
            var start = Stopwatch.GetTimestamp();
            characters = await ExtractAsync(pool, name, files, count, workers, cancellationToken);
            seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        var used = (OfEndedChildren() - processor) / (count + WarmUp);
        Report.Line(
            $"{what}, {files.Average(file => file.Length) / 1000:F0} kB, {characters / count} characters: {count / seconds:F0} a second; "
            + $"the workers used {used.TotalMilliseconds:F1} ms of a core each, their start included");
    }

    // Fields 16 and 17 of the line, in hundredths of a second; the name in brackets may hold spaces.
    private static TimeSpan OfEndedChildren()
    {
        var line = File.ReadAllText("/proc/self/stat");
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[13]) + long.Parse(fields[14])));
    }

    private static async Task<long> ExtractAsync(
        ExtractionPool pool, string name, byte[][] files, int count, int workers, CancellationToken cancellationToken)
    {
        var characters = 0L;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, count, parallel, async (i, token) =>
        {
            using var content = new MemoryStream(files[i % files.Length], writable: false);
            var result = await pool.ExtractAsync(name, content, token);
            var document = result.Document ?? throw new InvalidOperationException($"A file could not be read: {result.Reason}");
            Interlocked.Add(ref characters, document.Blocks.Sum(block => (long)block.Text.Length));
        });
        return characters;
    }
}
