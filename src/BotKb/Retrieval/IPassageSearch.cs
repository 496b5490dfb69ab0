using BotKb.Access;

namespace BotKb.Retrieval;

/// <summary>Finds passages. Safe for concurrent use.</summary>
public interface IPassageSearch
{
    /// <summary>
    /// The best passages of the given knowledge bases that <paramref name="reader"/> may read, best first. Permission is part of
    /// the search and is checked again in the statement that fetches. Everything committed before the call is found.
    /// </summary>
    /// <param name="question">Any text; an empty one finds nothing.</param>
    /// <param name="knowledgeBases">Rows of the knowledge bases to search.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="count">At most so many passages.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<SearchResult> SearchAsync(
        string question,
        IReadOnlyList<long> knowledgeBases,
        Reader reader,
        int count,
        CancellationToken cancellationToken);
}
