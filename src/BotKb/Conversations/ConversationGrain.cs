using Microsoft.Extensions.Logging;

namespace BotKb.Conversations;

/// <summary>Answers the turns of one conversation, one after the other, as long as there is one without an end.</summary>
internal sealed class ConversationGrain(TurnStore turns, AnswerTurn answer, TimeProvider time, ILogger<ConversationGrain> logger)
    : Grain, IConversationGrain, IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _leaving = new();
    private Task _work = Task.CompletedTask;
    private bool _again;
    private TurnInProgress? _current;

    private long Id => this.GetPrimaryKeyLong();

    public Task WakeAsync()
    {
        _again = true;
        if (_work.IsCompleted)
        {
            _work = WorkAsync(_leaving.Token);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(long turnId)
    {
        if (_current is { } current && current.TurnId == turnId)
        {
            await current.Stop.CancelAsync();
        }
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _leaving.CancelAsync();
        await _work.WaitAsync(cancellationToken).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public void Dispose() => _leaving.Dispose();

    /// <summary>How long to wait before the next attempt; a database may be away for hours.</summary>
    internal static TimeSpan PauseAfter(int failures)
    {
        var pause = TimeSpan.FromMilliseconds(100 * Math.Pow(2, Math.Min(failures, 10)));
        return pause < LongestPause ? pause : LongestPause;
    }

    private async Task WorkAsync(CancellationToken leaving)
    {
        var failures = 0;
        while (_again && !leaving.IsCancellationRequested)
        {
            try
            {
                _again = false;
                await AnswerOpenTurnsAsync(leaving);
                failures = 0;
            }
            catch (OperationCanceledException) when (leaving.IsCancellationRequested)
            {
                // Another host, or this one after its restart, goes on.
            }
            catch (Exception exception)
            {
                logger.AttemptFailed(exception, Id);
                _again = true;
                await PauseAsync(++failures, leaving);
            }
        }
    }

    private async Task AnswerOpenTurnsAsync(CancellationToken leaving)
    {
        while (await turns.FirstOpenAsync(Id, leaving) is { } turnId)
        {
            DelayDeactivation(TimeSpan.FromMinutes(15));
            using var stop = new CancellationTokenSource();
            _current = new TurnInProgress(turnId, stop);
            try
            {
                await answer.RunAsync(turnId, stop.Token, leaving);
            }
            finally
            {
                _current = null;
            }
        }
    }

    private async Task PauseAsync(int failures, CancellationToken leaving) =>
        await Task.Delay(PauseAfter(failures), time, leaving).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    private sealed record TurnInProgress(long TurnId, CancellationTokenSource Stop);
}
