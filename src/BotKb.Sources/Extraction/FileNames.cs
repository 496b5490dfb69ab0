namespace BotKb.Sources.Extraction;

/// <summary>What the ending of a name says about a file.</summary>
internal static class FileNames
{
    private static readonly Dictionary<string, FileFormat> Text = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = FileFormat.PlainText, [".text"] = FileFormat.PlainText,
        [".rst"] = FileFormat.PlainText, [".adoc"] = FileFormat.PlainText,
        [".md"] = FileFormat.Markdown, [".markdown"] = FileFormat.Markdown,
        [".mdown"] = FileFormat.Markdown, [".mdx"] = FileFormat.Markdown,
        [".html"] = FileFormat.Html, [".htm"] = FileFormat.Html, [".xhtml"] = FileFormat.Html, [".shtml"] = FileFormat.Html,
        [".csv"] = FileFormat.DelimitedText, [".tsv"] = FileFormat.DelimitedText, [".tab"] = FileFormat.DelimitedText,
        [".eml"] = FileFormat.Email, [".mht"] = FileFormat.Email, [".mhtml"] = FileFormat.Email,
        [".svg"] = FileFormat.Svg,
    };

    private static readonly HashSet<string> Code = new(StringComparer.OrdinalIgnoreCase)
    {
        ".json", ".jsonl", ".ndjson", ".xml", ".xsd", ".xsl", ".yaml", ".yml", ".toml", ".ini", ".conf", ".cfg", ".properties",
        ".env", ".log", ".sql",
        ".cs", ".fs", ".vb", ".java", ".kt", ".scala", ".py", ".rb", ".php", ".js", ".mjs", ".ts", ".jsx", ".tsx", ".vue",
        ".css", ".scss", ".c", ".h",
        ".cpp", ".hpp", ".cc", ".m", ".go", ".rs", ".swift", ".sh", ".bash", ".ps1", ".bat", ".cmd", ".lua", ".pl", ".r",
        ".dart", ".gradle", ".proto",
        ".tf", ".graphql", ".razor", ".csproj", ".tex", ".ipynb", ".diff", ".patch",
    };

    private static readonly HashSet<string> OfficePackages = new(StringComparer.OrdinalIgnoreCase)
    {
        ".docx", ".docm", ".dotx", ".pptx", ".pptm", ".ppsx", ".xlsx", ".xlsm", ".xlsb", ".odt", ".ods", ".odp", ".epub",
    };

    private static readonly HashSet<string> Binary = new(StringComparer.OrdinalIgnoreCase)
    {
        ".pdf", ".doc", ".ppt", ".xls", ".rtf", ".msg", ".zip", ".7z", ".rar", ".gz", ".tgz", ".bz2", ".xz",
        ".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic",
    };

    /// <summary>The text format of this ending; null for an ending that says nothing.</summary>
    public static FileFormat? TextFormat(string fileName)
    {
        var ending = Path.GetExtension(fileName);
        return Text.TryGetValue(ending, out var format) ? format : Code.Contains(ending) ? FileFormat.SourceCode : null;
    }

    /// <summary>True where the ending promises a format that BotKb knows, so that other content is damage.</summary>
    public static bool Promises(string fileName) =>
        IsOfficePackage(fileName) || Binary.Contains(Path.GetExtension(fileName)) || TextFormat(fileName) is not null;

    /// <summary>True where the ending promises a document that is a zip package.</summary>
    public static bool IsOfficePackage(string fileName) => OfficePackages.Contains(Path.GetExtension(fileName));
}
