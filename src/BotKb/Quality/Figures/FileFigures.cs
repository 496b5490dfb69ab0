namespace BotKb.Quality.Figures;

/// <summary>How one file was read.</summary>
/// <param name="File">Its path as the manifest has it.</param>
/// <param name="Format">The kind of file.</param>
/// <param name="Status">How the extraction ended: ok, corrupt, encrypted, bomb, empty, no-text, unsupported, too-large, timeout.</param>
/// <param name="Expect">How it should end, in the manifest's words.</param>
/// <param name="Recall">Part of the expected trigrams that was found; null without an expected text.</param>
/// <param name="Precision">Part of the found trigrams that was expected; null without an expected text.</param>
/// <param name="Ms">Milliseconds that the extraction took.</param>
/// <param name="Missing">Texts that should be there and are not.</param>
/// <param name="Unwanted">Texts that should not be there and are.</param>
public sealed record FileFigures(
    string File,
    string Format,
    string Status,
    string Expect,
    double? Recall,
    double? Precision,
    double Ms,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Unwanted);
