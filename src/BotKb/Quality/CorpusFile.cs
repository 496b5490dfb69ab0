using BotKb.Quality.Sets;

namespace BotKb.Quality;

/// <summary>A document of a data set and the path under which the knowledge base holds it.</summary>
/// <param name="Set">The data set's name.</param>
/// <param name="Path">
/// Set and number of the document. The id stays out of it: it may hold the title that a question asks for.
/// </param>
/// <param name="Document">The document.</param>
internal sealed record CorpusFile(string Set, string Path, CorpusDocument Document)
{
    /// <summary>The files of one data set, numbered in its order.</summary>
    public static IReadOnlyList<CorpusFile> Of(string set, IEnumerable<CorpusDocument> documents) =>
        [.. documents.Select((document, i) => new CorpusFile(set, $"{set}/{i + 1:D6}{(document.IsMarkdown ? ".md" : ".txt")}", document))];
}
