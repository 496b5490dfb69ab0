using BotKb.Access;
using BotKb.Knowledge.Indexing;

namespace BotKb.Retrieval;

/// <summary>Searches while the indexing of this host waits.</summary>
internal sealed class SearchFirst(PassageSearch search, QuestionsFirst questions) : IPassageSearch
{
    public async Task<SearchResult> SearchAsync(
        string question, IReadOnlyList<long> knowledgeBases, Reader reader, int count, CancellationToken cancellationToken)
    {
        using var asked = questions.Enter();
        return await search.SearchAsync(question, knowledgeBases, reader, count, cancellationToken);
    }
}
