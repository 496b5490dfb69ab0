using BotKb.Access;
using BotKb.Retrieval;

namespace BotKb.Tests.Answering;

/// <summary>A search that finds the same passages for every question, and remembers the questions.</summary>
internal sealed class FixedSearch(params Passage[] passages) : IPassageSearch
{
    public List<string> Questions { get; } = [];

    public Task<SearchResult> SearchAsync(
        string question,
        IReadOnlyList<long> knowledgeBases,
        Reader reader,
        int count,
        CancellationToken cancellationToken)
    {
        Questions.Add(question);
        return Task.FromResult(Passages.Found(question, passages));
    }
}
