using BotKb.Knowledge;

namespace BotKb.Quality;

/// <summary>Knowledge bases that last as long as one evaluation: disposing removes every one that was loaded.</summary>
public interface IThrowAwayKnowledge : IAsyncDisposable
{
    /// <summary>
    /// Makes a knowledge base from everything that a source holds, through the same sync, extraction, chunking and indexing as any
    /// other; when the task ends its documents can be searched.
    /// </summary>
    /// <param name="source">Where the documents come from; their paths come back in each passage.</param>
    /// <param name="cancellationToken">Ends the loading.</param>
    /// <returns>The row of the knowledge base.</returns>
    Task<long> LoadAsync(IKnowledgeSource source, CancellationToken cancellationToken);
}
