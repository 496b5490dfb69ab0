using BotKb.Access;
using BotKb.Data;
using BotKb.Knowledge.Sync;
using BotKb.PostgresTests.Fixture;
using BotKb.PostgresTests.Knowledge;
using BotKb.Retrieval;
using BotKb.Retrieval.Analysis;
using BotKb.Retrieval.Following;
using BotKb.Retrieval.Lexical;
using Npgsql;

namespace BotKb.PostgresTests.Retrieval;

public sealed class FollowIndexTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestKnowledge _knowledge = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation);
        await FeedRows.SeedAsync(_knowledge, Cancellation);
    }

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    [Fact]
    public async Task Rows_come_once_while_a_transaction_stays_open_and_its_own_when_it_ends()
    {
        var followed = await _knowledge.Get<FillIndex>().RunAsync(Cancellation);
        await using var open = await _knowledge.Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await open.BeginTransactionAsync(Cancellation);
        await FeedRows.AddAsync(open, "late", 3, Cancellation);
        await using var other = await _knowledge.Database.OpenConnectionAsync(Cancellation);
        for (var i = 0; i < 20; i++)
        {
            await FeedRows.AddAsync(other, $"early{i}", 100, Cancellation);
        }

        (followed, var first) = await ReadAsync(followed);
        (followed, var second) = await ReadAsync(followed);
        await transaction.CommitAsync(Cancellation);
        (followed, var third) = await ReadAsync(followed);
        (followed, var fourth) = await ReadAsync(followed);

        new[] { first, second, third, fourth }.ShouldBe([2_020, 0, 4, 0]);
        FeedRows.Held(followed.Index.Current).ShouldBe(await FeedRows.StoredAsync(_knowledge, Cancellation));
    }

    [Fact]
    public async Task Two_hosts_miss_nothing_and_keep_nothing_of_many_writers_some_of_whom_roll_back()
    {
        await using var second = await TestKnowledge.OpenAsync(_knowledge.Database.ConnectionString, null, Cancellation);
        using var written = new CancellationTokenSource();
        var following = new[] { _knowledge, second }.Select(host => Task.Run(
            async () =>
            {
                while (!written.IsCancellationRequested)
                {
                    await host.Get<ISearchIndex>().CatchUpAsync(Cancellation);
                }
            },
            Cancellation)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(WriteAsync));
        await written.CancelAsync();
        await Task.WhenAll(following);

        var stored = await FeedRows.StoredAsync(_knowledge, Cancellation);
        stored.Count.ShouldBeGreaterThan(50);
        (await FeedRows.HeldAsync(_knowledge, Cancellation)).ShouldBe(stored);
        (await FeedRows.HeldAsync(second, Cancellation)).ShouldBe(stored);
    }

    [Fact]
    public async Task Deletion_is_not_lost_however_long_its_transaction_was_open()
    {
        await using var away = await TestKnowledge.OpenAsync(_knowledge.Database.ConnectionString, null, Cancellation);
        (await FeedRows.HeldAsync(_knowledge, Cancellation)).Count.ShouldBe(1);
        (await FeedRows.HeldAsync(away, Cancellation)).Count.ShouldBe(1);
        await using var connection = await _knowledge.Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await FeedRows.RemoveAsync(connection, "seed", Cancellation);
        await PassAnHourAsync();
        await PassAnHourAsync();
        await PassAnHourAsync();
        await transaction.CommitAsync(Cancellation);
        await PassAnHourAsync();

        (await FeedRows.HeldAsync(_knowledge, Cancellation)).ShouldBeEmpty();

        // And the host that was away until after the purge notices that it has missed something.
        // Transactions of other databases of the server, those of other tests, hold the purge up too.
        do
        {
            await PassAnHourAsync();
        }
        while ((await _knowledge.QueryAsync("select count(*) from chunk_gone", Cancellation))[0] != "0");

        (await FeedRows.HeldAsync(away, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stamps_of_another_server_are_renewed_once_and_running_hosts_read_anew()
    {
        (await FeedRows.HeldAsync(_knowledge, Cancellation)).Count.ShouldBe(1);
        await using (var connection = await _knowledge.Database.OpenConnectionAsync(Cancellation))
        {
            await FeedRows.AddAsync(connection, "second", 5, Cancellation);
        }

        await _knowledge.QueryAsync(
            "update chunk set xid = '8000000000000000000'; update document set xid = '8000000000000000001';"
            + "insert into chunk_gone select id, '8000000000000000002' from chunk limit 1;"
            + "update feed_mark set horizon = '8000000000000000000', next = '8000000000000000003'",
            Cancellation);
        var stamps = _knowledge.Get<RenewStamps>();

        (await Task.WhenAll(stamps.RunAsync(Cancellation), stamps.RunAsync(Cancellation))).Count(renewed => renewed).ShouldBe(1);

        var stored = await FeedRows.StoredAsync(_knowledge, Cancellation);
        stored.Count.ShouldBe(6);
        (await FeedRows.HeldAsync(_knowledge, Cancellation)).ShouldBe(stored);
        (await stamps.RunAsync(Cancellation)).ShouldBeFalse();
        (_, var rows) = await ReadAsync(await _knowledge.Get<FillIndex>().RunAsync(Cancellation));
        rows.ShouldBe(0);
    }

    [Fact]
    public async Task Database_that_was_restored_is_made_fit_before_it_is_used()
    {
        await _knowledge.QueryAsync("update chunk set xid = '8000000000000000000'", Cancellation);

        await _knowledge.Get<MigrateDatabase>().RunAsync(Cancellation);

        (await _knowledge.QueryAsync("select count(*) from chunk where xid >= '8000000000000000000'", Cancellation)).ShouldBe(["0"]);
    }

    [Fact]
    public async Task Filled_index_equals_one_that_followed_from_the_beginning()
    {
        var random = new Random(1);
        await using (var connection = await _knowledge.Database.OpenConnectionAsync(Cancellation))
        {
            for (var i = 0; i < 60; i++)
            {
                // The last one has more terms than one buffer of the reading or one page of the filling holds.
                await FeedRows.AddAsync(connection, $"d{i}", random.Next(1, 200), Cancellation, Vector(random, i == 59 ? 40_000 : 20));
                if (i % 7 == 3)
                {
                    await FeedRows.RemoveAsync(connection, $"d{i - 2}", Cancellation);
                }
            }
        }

        var filled = await _knowledge.Get<FillIndex>().RunAsync(Cancellation);
        var (followed, _) = await ReadAsync(filled with { Index = new LexicalIndex(), Cursor = ChangeCursor.Start });

        FeedRows.Held(filled.Index.Current).ShouldBe(await FeedRows.StoredAsync(_knowledge, Cancellation));
        var view = await _knowledge.Get<FollowIndex>().ViewAsync([_knowledge.Kb], Reader.Anonymous, Cancellation);
        for (uint term = 0; term < 30; term++)
        {
            var question = new[] { new QueryTerm(term, 1f), new QueryTerm(term * 7, 0.5f) };
            filled.Index.Current.Search(question, view.Sources, view.Scopes, 50).Hits
                .ShouldBe(followed.Index.Current.Search(question, view.Sources, view.Scopes, 50).Hits);
        }
    }

    [Fact]
    public async Task Question_waits_for_the_index_and_finds_what_was_committed_before_it()
    {
        var index = _knowledge.Get<ISearchIndex>();
        index.IsWarm.ShouldBeFalse();
        (await index.StateAsync(Cancellation)).CaughtUpAt.ShouldBeNull();

        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _knowledge.FindAsync("badges", Cancellation)));

        found.ShouldAllBe(paths => paths.Single() == "seed.txt");
        var state = await index.StateAsync(Cancellation);
        state.IsWarm.ShouldBeTrue();
        state.Chunks.ShouldBe(1);
        state.Segments.ShouldBe(1);
        state.Bytes.ShouldBeGreaterThan(0);
        state.CaughtUpAt.ShouldBe(_knowledge.Time.GetUtcNow());
        state.LastFill.ShouldNotBeNull();
    }

    [Fact]
    public async Task Caller_who_gives_up_does_not_end_the_fill_of_the_others()
    {
        await using var locker = await _knowledge.Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await locker.BeginTransactionAsync(Cancellation);
        await ExecuteAsync(locker, "lock table document in access exclusive mode");
        using var hasty = new CancellationTokenSource();
        var first = _knowledge.Get<ISearchIndex>().CatchUpAsync(hasty.Token);
        await UntilAsync("select count(*) > 0 from pg_locks where relation = 'document'::regclass and not granted");
        await hasty.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        _knowledge.Time.Advance(TimeSpan.FromMinutes(1));
        var second = _knowledge.FindAsync("badges", Cancellation);
        await transaction.RollbackAsync(Cancellation);

        (await second).ShouldBe(["seed.txt"]);

        // One that began anew would have taken no time.
        (await _knowledge.Get<ISearchIndex>().StateAsync(Cancellation)).LastFill.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Search_never_sees_half_of_a_large_change()
    {
        const int Chunks = 5_000;
        await using var connection = await _knowledge.Database.OpenConnectionAsync(Cancellation);
        await FeedRows.AddAsync(connection, "large", Chunks, Cancellation);
        using var written = new CancellationTokenSource();
        var searches = Enumerable.Range(0, 2).Select(_ => Task.Run(
            async () =>
            {
                var seen = new HashSet<long>();
                while (!written.IsCancellationRequested)
                {
                    var view = await _knowledge.Get<FollowIndex>().ViewAsync([_knowledge.Kb], Reader.Anonymous, Cancellation);
                    seen.Add(view.Index.ChunkCount);
                }

                return seen;
            },
            Cancellation)).ToArray();
        for (var i = 0; i < 10; i++)
        {
            await using var transaction = await connection.BeginTransactionAsync(Cancellation);
            await FeedRows.RemoveAsync(connection, "large", Cancellation);
            await FeedRows.AddAsync(connection, "large", Chunks, Cancellation);
            await transaction.CommitAsync(Cancellation);
        }

        await written.CancelAsync();
        (await Task.WhenAll(searches)).SelectMany(seen => seen).Distinct().ShouldBe([Chunks + 1]);
        (await FeedRows.HeldAsync(_knowledge, Cancellation)).ShouldBe(await FeedRows.StoredAsync(_knowledge, Cancellation));
    }

    [Fact]
    public async Task Merged_segments_are_what_the_next_searches_see()
    {
        var follow = _knowledge.Get<FollowIndex>();
        await using var connection = await _knowledge.Database.OpenConnectionAsync(Cancellation);
        for (var i = 0; i < 30; i++)
        {
            await FeedRows.AddAsync(connection, $"d{i}", 2_000, Cancellation);
            await follow.CatchUpAsync(Cancellation);
        }

        // The merge of what came last may still be under way.
        SearchView view;
        do
        {
            view = await follow.ViewAsync([_knowledge.Kb], Reader.Anonymous, Cancellation);
        }
        while (view.Index.Sources.Values.Any(segments => SegmentTiers.Next(segments) is not null));

        FeedRows.Held(view.Index).ShouldBe(await FeedRows.StoredAsync(_knowledge, Cancellation));
    }

    [Fact]
    public async Task Transaction_that_has_been_writing_is_seen_with_its_age()
    {
        await using var connection = await _knowledge.Database.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await FeedRows.AddAsync(connection, "open", 1, Cancellation);

        (await _knowledge.Get<ISearchIndex>().StateAsync(Cancellation)).OldestTransaction.ShouldNotBeNull();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task UntilAsync(string condition)
    {
        while ((await _knowledge.QueryAsync(condition, Cancellation)).Single() != "True")
        {
            // Not yet.
        }
    }

    private static byte[] Vector(Random random, int terms)
    {
        var ids = Enumerable.Range(0, terms).Select(_ => (uint)random.Next(terms * 3)).Distinct().Order().ToArray();
        return new TermVector(terms, ids, Array.ConvertAll(ids, _ => (byte)random.Next(1, 256))).Encode();
    }

    private async Task<(FollowedIndex Followed, int Rows)> ReadAsync(FollowedIndex followed) =>
        (await _knowledge.Get<ReadChanges>().RunAsync(followed, Cancellation)).ShouldNotBeNull();

    private async Task PassAnHourAsync()
    {
        await _knowledge.QueryAsync("update feed_mark set next_at = next_at - interval '61 minutes'", Cancellation);
        await new TendFeed(_knowledge.Database).RunAsync(0, Cancellation);
    }

    private async Task WriteAsync(int writer)
    {
        var random = new Random(writer);
        await using var connection = await _knowledge.Database.OpenConnectionAsync(Cancellation);
        for (var i = 0; i < 60; i++)
        {
            await using var transaction = await connection.BeginTransactionAsync(Cancellation);
            await FeedRows.AddAsync(connection, $"w{writer}-{i}", random.Next(1, 6), Cancellation);
            await FeedRows.RemoveAsync(connection, $"w{writer}-{random.Next(i + 1)}", Cancellation);
            if (random.Next(4) == 0)
            {
                await transaction.RollbackAsync(Cancellation);
            }
            else
            {
                await transaction.CommitAsync(Cancellation);
            }
        }
    }
}
