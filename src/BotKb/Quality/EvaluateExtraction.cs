using System.Text;
using BotKb.Knowledge;
using BotKb.Quality.Figures;
using BotKb.Quality.Metrics;
using BotKb.Quality.Sets;

namespace BotKb.Quality;

/// <summary>Measures how well files are read, one after the other.</summary>
/// <param name="extractor">The product's extractor.</param>
/// <param name="time">Measures each extraction.</param>
public sealed class EvaluateExtraction(IDocumentExtractor extractor, TimeProvider time)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Extracts every file of a set.</summary>
    /// <param name="set">The data set.</param>
    /// <param name="outFolder">
    /// Gets one text file a document, named like the file plus <c>.txt</c>, empty where no text was found; null writes nothing.
    /// </param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends the evaluation.</param>
    public async Task<ExtractionFigures> RunAsync(
        ExtractionSet set,
        string? outFolder,
        IProgress<EvaluationProgress> progress,
        CancellationToken cancellationToken)
    {
        var names = OutputNames(set);
        var files = new List<FileFigures>();
        for (var i = 0; i < set.Cases.Count; i++)
        {
            var (figures, text) = await ExtractAsync(set.Folder, set.Cases[i], cancellationToken);
            files.Add(figures);
            if (outFolder is not null)
            {
                Directory.CreateDirectory(outFolder);
                await File.WriteAllTextAsync(Path.Combine(outFolder, names[i]), text, Utf8, cancellationToken);
            }

            progress.Report(new EvaluationProgress("Reading", i + 1, set.Cases.Count));
        }

        return new ExtractionFigures(
            files,
            MeanOf(files),
            files.GroupBy(file => file.Format).OrderBy(group => group.Key).ToDictionary(group => group.Key, MeanOf));
    }

    private static List<string> OutputNames(ExtractionSet set)
    {
        var names = set.Cases.Select(file => $"{Path.GetFileName(file.File)}.txt").ToList();
        return names.CountBy(name => name).FirstOrDefault(count => count.Value > 1).Key is { } name
            ? throw new BotKbException($"Two files of {set.Folder}/manifest.jsonl have the text file {name}; give them different names.")
            : names;
    }

    private static OverlapMean MeanOf(IEnumerable<FileFigures> files)
    {
        var measured = files.Where(file => file.Recall is not null).ToList();
        return measured.Count == 0
            ? new OverlapMean(0, 0, 0)
            : new OverlapMean(measured.Average(file => file.Recall ?? 0), measured.Average(file => file.Precision ?? 0), measured.Count);
    }

    private async Task<(FileFigures Figures, string Text)> ExtractAsync(
        string folder,
        ExtractionCase file,
        CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        ExtractionResult result;
        await using (var content = File.OpenRead(Path.Combine(folder, file.File)))
        {
            result = await extractor.ExtractAsync(Path.GetFileName(file.File), content, cancellationToken);
        }

        var milliseconds = time.GetElapsedTime(start).TotalMilliseconds;
        var text = result.Document is null ? "" : string.Join('\n', result.Document.Blocks.Select(block => block.Text));
        var overlap = file.ExpectedTextFile is null
            ? null
            : CharacterTrigrams.Compare(await File.ReadAllTextAsync(Path.Combine(folder, file.ExpectedTextFile), cancellationToken), text);
        return (Measure(file, result.Status, overlap, milliseconds, Containment.Normalize(text)), text);
    }

    private static FileFigures Measure(ExtractionCase file, ExtractionStatus status, TextOverlap? overlap, double ms, string text) => new(
        file.File,
        file.Format,
        status.ToName(),
        file.Expect,
        overlap?.Recall,
        overlap?.Precision,
        ms,
        [.. file.MustContain.Where(wanted => !Holds(text, wanted))],
        [.. file.MustNotContain.Where(unwanted => Holds(text, unwanted))]);

    private static bool Holds(string normalText, string wanted) =>
        normalText.Contains(Containment.Normalize(wanted), StringComparison.Ordinal);
}
