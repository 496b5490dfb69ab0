using System.Collections.Concurrent;
using BotKb.Data;
using BotKb.Knowledge.Sync;
using BotKb.PostgresTests.Fixture;
using Npgsql;

namespace BotKb.PostgresTests.Knowledge;

/// <summary>A bulk load that is broken off again and again ends where an undisturbed one ends.</summary>
public sealed class BrokenLoadTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Documents = 300;
    private const int Breaks = 8;

    private const string State = """
        select d.item_id || '|' || d.path || '|' || d.status || '|' || d.reason || '|' || d.chunk_count || '|' || d.tries || '|' || d.index_version
            || '|' || coalesce(encode(d.content_hash, 'hex'), '') || '|' || coalesce(d.own_title, '') || '|' || coalesce(
                (select string_agg(c.ordinal || ':' || md5(c.text) || ':' || md5(c.lex) || ':' || array_to_string(c.heading_path, '>'), ',' order by c.ordinal)
                from chunk c where c.document_id = d.id), '')
        from document d order by 1
        """;

    private readonly int _seed = Random.Shared.Next();
    private TestKnowledge _undisturbed = null!;
    private TestKnowledge _broken = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _undisturbed = await TestKnowledge.CreateAsync(postgres, Cancellation);
        _broken = await TestKnowledge.CreateAsync(postgres, Cancellation);
        Fill(_undisturbed.Source, "");
        Fill(_broken.Source, "");
    }

    public async ValueTask DisposeAsync()
    {
        await _undisturbed.DisposeAsync();
        await _broken.DisposeAsync();
    }

    [Fact]
    public async Task Load_that_is_stopped_at_any_point_goes_on_to_the_same_end()
    {
        await BreakOffAsync(StopAsync);
        await EndsAlikeAsync();
    }

    [Fact]
    public async Task Load_that_loses_its_connections_at_any_point_goes_on_to_the_same_end()
    {
        await BreakOffAsync(LoseConnectionsAsync);
        await EndsAlikeAsync();
    }

    [Fact]
    public async Task Changed_documents_that_are_read_again_in_pieces_end_alike()
    {
        await _undisturbed.SyncAsync(Cancellation);
        await _broken.SyncAsync(Cancellation);
        Fill(_undisturbed.Source, " changed");
        Fill(_broken.Source, " changed");
        await BreakOffAsync(StopAsync);
        await EndsAlikeAsync();
        (await _broken.FindAsync("changed", Cancellation)).Count.ShouldBe(10);
    }

    [Fact]
    public async Task Progress_never_falls_and_ends_at_its_total_after_a_resume_too()
    {
        await BreakOffAsync(StopAsync);
        var seen = new ConcurrentQueue<SyncProgress>();
        await _broken.Get<SyncSource>().RunAsync(_broken.SourceId, new Collected(seen), Cancellation);
        IsTrue([.. seen]);
    }

    private static void IsTrue(IReadOnlyList<SyncProgress> seen)
    {
        foreach (var (before, after) in seen.Zip(seen.Skip(1)))
        {
            after.Found.ShouldBeGreaterThanOrEqualTo(before.Found);
            after.ToIndex.ShouldBeGreaterThanOrEqualTo(before.ToIndex);
            after.Done.ShouldBeGreaterThanOrEqualTo(before.Done);
        }

        seen.ShouldAllBe(progress => progress.Done <= progress.ToIndex);
        seen[^1].Done.ShouldBe(seen[^1].ToIndex);
        seen[^1].Found.ShouldBe(Documents);
    }

    private static void Fill(FakeSource source, string more)
    {
        for (var i = 0; i < Documents; i++)
        {
            var content = i % 50 == 7 ? "!Corrupt" : string.Concat(Enumerable.Repeat($"Passage of item {i} about topic {i % 17}{more}.\n", 1 + (i % 90)));
            source.Put($"item-{i:D4}", content, version: $"1{more}");
        }
    }

    private async Task BreakOffAsync(Func<Task, CancellationTokenSource, Task> breakOff)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {_seed}");
        var random = new Random(_seed);
        for (var time = 0; time < Breaks; time++)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var at = _broken.Source.Opened + random.Next(1, Documents / Breaks);
            _broken.Source.OnOpen = _ =>
            {
                if (_broken.Source.Opened >= at)
                {
                    reached.TrySetResult();
                }

                return Task.CompletedTask;
            };
            var run = _broken.Get<SyncSource>().RunAsync(_broken.SourceId, null, stop.Token);
            await Task.WhenAny(reached.Task, run);
            await breakOff(run, stop);
            await run.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        _broken.Source.OnOpen = _ => Task.CompletedTask;
    }

    private static Task StopAsync(Task run, CancellationTokenSource stop) => stop.CancelAsync();

    private async Task LoseConnectionsAsync(Task run, CancellationTokenSource stop)
    {
        await using var other = NpgsqlDataSource.Create(_broken.Database.ConnectionString + ";Pooling=false");
        for (var tries = 0; tries < 20 && !run.IsCompleted; tries++)
        {
            await using var kill = other.CreateCommand(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
            await kill.ExecuteNonQueryAsync(Cancellation);
        }
    }

    private async Task EndsAlikeAsync()
    {
        await _undisturbed.SyncAsync(Cancellation);
        await PostgresFailure.RetryAsync(_broken.SyncAsync, Cancellation);
        var expected = await _undisturbed.QueryAsync(State, Cancellation);
        expected.Count.ShouldBe(Documents);
        (await _broken.QueryAsync(State, Cancellation)).ShouldBe(expected);
        (await _broken.FindAsync("topic 3 of item 20", Cancellation)).ShouldBe(await _undisturbed.FindAsync("topic 3 of item 20", Cancellation));
    }

    private sealed class Collected(ConcurrentQueue<SyncProgress> seen) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value) => seen.Enqueue(value);
    }
}
