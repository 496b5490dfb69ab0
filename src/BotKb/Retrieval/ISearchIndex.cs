namespace BotKb.Retrieval;

/// <summary>
/// The index of this host that searches go to: a copy in memory of what PostgreSQL holds, made when it is first needed. Safe for concurrent
/// use.
/// </summary>
public interface ISearchIndex
{
    /// <summary>True once it is filled; false again while it has to be filled anew.</summary>
    bool IsWarm { get; }

    /// <summary>Makes it equal to what was committed before the call, filling it where needed.</summary>
    /// <param name="cancellationToken">Ends the wait; a fill that has begun goes on.</param>
    /// <returns>True where something had changed.</returns>
    Task<bool> CatchUpAsync(CancellationToken cancellationToken);

    /// <summary>What an admin may want to know of it.</summary>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<SearchIndexState> StateAsync(CancellationToken cancellationToken);
}
