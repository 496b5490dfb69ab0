namespace BotKb.Quality.Sets;

/// <summary>A file whose extraction is measured.</summary>
/// <param name="File">Its path below the data set's folder.</param>
/// <param name="Format">The kind of file, e.g. <c>docx</c>; its ending where the manifest does not say.</param>
/// <param name="Expect">How its extraction should end, in the manifest's words: ok, error, encrypted, bomb, empty, no-text, any.</param>
/// <param name="ExpectedTextFile">The text that another converter found, below the data set's folder; null where there is none.</param>
/// <param name="MustContain">Texts that the extraction has to find.</param>
/// <param name="MustNotContain">Texts that it must not make up.</param>
public sealed record ExtractionCase(
    string File,
    string Format,
    string Expect,
    string? ExpectedTextFile,
    IReadOnlyList<string> MustContain,
    IReadOnlyList<string> MustNotContain)
{
    internal static ExtractionCase Read(JsonRow row)
    {
        var file = row.Required("file");
        return new ExtractionCase(
            file,
            row.Optional("format") ?? Path.GetExtension(file).TrimStart('.').ToLowerInvariant(),
            row.Optional("expect") ?? "ok",
            row.Optional("expected"),
            row.Texts("must_contain"),
            row.Texts("must_not_contain"));
    }
}
