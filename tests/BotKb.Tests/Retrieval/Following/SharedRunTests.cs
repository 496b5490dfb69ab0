using BotKb.Retrieval.Following;

namespace BotKb.Tests.Retrieval.Following;

public sealed class SharedRunTests
{
    private readonly SharedRun _runs = new();
    private readonly List<TaskCompletionSource> _started = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_who_ask_during_a_run_share_the_next()
    {
        var first = _runs.RunAsync(WorkAsync, Cancellation);
        await StartedAsync(1);
        var second = _runs.RunAsync(WorkAsync, Cancellation);
        var third = _runs.RunAsync(WorkAsync, Cancellation);
        _started[0].SetResult();
        await first;
        await StartedAsync(2);

        second.IsCompleted.ShouldBeFalse();
        _started[1].SetResult();
        await Task.WhenAll(second, third);
        _started.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Failure_reaches_those_who_share_it_and_not_the_next()
    {
        var first = _runs.RunAsync(WorkAsync, Cancellation);
        await StartedAsync(1);
        var second = _runs.RunAsync(WorkAsync, Cancellation);
        _started[0].SetException(new InvalidOperationException());

        await Should.ThrowAsync<InvalidOperationException>(() => first);
        await StartedAsync(2);
        _started[1].SetResult();
        await second;
    }

    [Fact]
    public async Task Who_gives_up_does_not_end_the_run()
    {
        using var hasty = new CancellationTokenSource();
        var first = _runs.RunAsync(WorkAsync, hasty.Token);
        await StartedAsync(1);
        await hasty.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        var idle = _runs.IdleAsync();

        idle.IsCompleted.ShouldBeFalse();
        _started[0].SetResult();
        await idle;
    }

    private Task WorkAsync()
    {
        var work = new TaskCompletionSource();
        lock (_started)
        {
            _started.Add(work);
        }

        return work.Task;
    }

    private async Task StartedAsync(int count)
    {
        while (true)
        {
            lock (_started)
            {
                if (_started.Count >= count)
                {
                    return;
                }
            }

            await Task.Yield();
        }
    }
}
