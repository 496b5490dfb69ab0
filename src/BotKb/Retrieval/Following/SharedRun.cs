namespace BotKb.Retrieval.Following;

/// <summary>
/// Runs work one at a time for any number of callers. Each gets a run that began after they asked: the one that begins now, or the one
/// after it, which all who ask meanwhile share. Safe for concurrent use.
/// </summary>
internal sealed class SharedRun
{
    private readonly Lock _turn = new();
    private Task _running = Task.CompletedTask;
    private Task? _next;

    /// <summary>Waits for such a run; its failure is everybody's who shares it.</summary>
    /// <param name="run">The work, the same at each call.</param>
    /// <param name="cancellationToken">Ends the wait, not the run.</param>
    public Task RunAsync(Func<Task> run, CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            if (_next is not null)
            {
                return _next.WaitAsync(cancellationToken);
            }

            if (_running.IsCompleted)
            {
                _running = Task.Run(run, CancellationToken.None);
                return _running.WaitAsync(cancellationToken);
            }

            _next = FollowAsync(_running, run);
            return _next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits until nothing runs, whatever became of it.</summary>
    public async Task IdleAsync()
    {
        Task last;
        lock (_turn)
        {
            last = _next ?? _running;
        }

        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task FollowAsync(Task before, Func<Task> run)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (_turn)
        {
            _running = _next!;
            _next = null;
        }

        await run();
    }
}
