using BotKb.Data;
using BotKb.Retrieval;

namespace BotKb.Host.Serving;

/// <summary>Tells whether a question could be answered now: PostgreSQL answers and the index is filled and has caught up with it.</summary>
internal sealed class Readiness(ISearchIndex index, ILogger<Readiness> logger)
{
    /// <summary>The answer for now.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        index.IsWarm && await BecomesReadyAsync(cancellationToken);

    /// <summary>The answer once the index is filled; waits for that.</summary>
    public async Task<bool> BecomesReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Not by a question: indexing would give way to it.
            await PostgresFailure.RetryAsync(index.CatchUpAsync, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && PostgresFailure.Describe(exception) is not null)
        {
            logger.NotReady(exception.Message);
            return false;
        }
    }
}
