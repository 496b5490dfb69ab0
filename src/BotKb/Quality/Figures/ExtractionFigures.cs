namespace BotKb.Quality.Figures;

/// <summary>How well the files of a data set were read.</summary>
/// <param name="Files">One entry a file, in the manifest's order.</param>
/// <param name="Mean">Means over every file with an expected text.</param>
/// <param name="Formats">The same for each format.</param>
public sealed record ExtractionFigures(
    IReadOnlyList<FileFigures> Files,
    OverlapMean Mean,
    IReadOnlyDictionary<string, OverlapMean> Formats);
