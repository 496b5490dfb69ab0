using BotKb.Access;
using BotKb.Data;
using BotKb.Retrieval;

namespace BotKb.Host.Serving;

/// <summary>Tells whether a question could be answered now: PostgreSQL answers and the index has caught up with it.</summary>
internal sealed class Readiness(IPassageSearch search, ILogger<Readiness> logger)
{
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await search.SearchAsync("ready", [], Reader.Anonymous, 1, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && PostgresFailure.Describe(exception) is not null)
        {
            logger.NotReady(exception.Message);
            return false;
        }
    }
}
