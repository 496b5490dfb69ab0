using BotKb.Access;
using BotKb.Answering;
using BotKb.Host.Commands;

namespace BotKb.Host.Serving;

/// <summary>Looks every few seconds whether the host is ready, and starts an embedded PostgreSQL that has died again.</summary>
internal sealed class ReadyWatch(CommandSession session, Readiness readiness, IAnswerEngine engine, TimeProvider time, ILogger<ReadyWatch> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Runs until it is stopped.</summary>
    /// <param name="ready">Called once, when the host is ready for the first time.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    public async Task RunAsync(Action ready, CancellationToken cancellationToken)
    {
        using var clock = new PeriodicTimer(Pause, time);
        var said = false;
        do
        {
            if (!await IsReadyAsync(cancellationToken))
            {
                continue;
            }

            if (!said)
            {
                await WarmUpAsync(cancellationToken);
                ready();
                said = true;
            }
        }
        while (await clock.WaitForNextTickAsync(cancellationToken));
    }

    // The first person who asks does not wait for what is loaded and compiled once.
    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        var question = new Question("Is BotKb ready to answer?", [], [], Reader.Anonymous);
        await engine.AnswerAsync(question, cancellationToken).LastAsync(cancellationToken);
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await readiness.BecomesReadyAsync(cancellationToken))
            {
                return true;
            }

            await session.RestorePostgresAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.NotReady(exception.Message);
        }

        return false;
    }
}
