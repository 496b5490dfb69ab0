namespace BotKb.Quality.Sets;

/// <summary>A document of a data set.</summary>
/// <param name="Id">Its id in the judgements.</param>
/// <param name="Title">Its title; empty where it has none.</param>
/// <param name="Text">Its text.</param>
/// <param name="Language">Primary language (<c>en</c>, <c>zh</c>) where the data set names it.</param>
/// <param name="IsMarkdown">True when the text is a Markdown file, else it is plain text.</param>
public sealed record CorpusDocument(string Id, string Title, string Text, string? Language, bool IsMarkdown)
{
    internal static CorpusDocument Read(JsonRow row)
    {
        var id = row.Required("id");
        var name = row.Optional("path") ?? id;
        return new CorpusDocument(
            id,
            row.Optional("title") ?? "",
            row.Text("text"),
            LanguageTag.Primary(row.Optional("lang")),
            name.EndsWith(".md", StringComparison.OrdinalIgnoreCase));
    }
}
