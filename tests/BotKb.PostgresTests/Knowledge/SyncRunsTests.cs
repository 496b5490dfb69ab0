using BotKb.Knowledge.Sync;
using BotKb.PostgresTests.Fixture;

namespace BotKb.PostgresTests.Knowledge;

public sealed class SyncRunsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestKnowledge _knowledge = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation);

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    [Fact]
    public async Task Source_is_never_read_twice_at_once_and_once_more_when_asked_for_meanwhile()
    {
        var runs = _knowledge.Get<SyncRuns>();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var again = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var count = 0;
        _knowledge.Source.BeforeCheckpoint = async () =>
        {
            if (++count == 2)
            {
                again.SetResult();
            }

            begun.TrySetResult();
            await goOn.Task;
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var working = runs.RunAsync(stop.Token);

        runs.Add(_knowledge.SourceId);
        runs.Add(_knowledge.SourceId);
        await begun.Task.WaitAsync(Cancellation);
        runs.Add(_knowledge.SourceId);
        runs.Add(_knowledge.SourceId);
        runs.StateOf(_knowledge.SourceId).ShouldNotBeNull().IsRunning.ShouldBeTrue();
        count.ShouldBe(1);
        goOn.SetResult();
        await again.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => working);
        count.ShouldBe(2);
    }
}
