using System.Diagnostics;
using BotKb.PostgresTests.Fixture;
using BotKb.PostgresTests.Knowledge;
using BotKb.Retrieval;
using Npgsql;

namespace BotKb.PostgresTests.Retrieval;

/// <summary>What a running host makes of a server that crashed: it gives numbers of transactions again that the host has taken for past.</summary>
public sealed class FollowCrashTests
{
    // Each takes a number and leaves nothing behind, not even in the log that outlives the crash.
    private const string TakeNumbers = """
        do $$ begin
            for i in 1..2000 loop
                begin
                    perform pg_current_xact_id();
                    raise exception 'back';
                exception when raise_exception then
                end;
            end loop;
            raise exception 'all back';
        exception when raise_exception then
        end $$
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_missed_when_numbers_come_again_after_a_crash(bool wholeServer)
    {
        await using var server = await TestServer.StartAsync(Cancellation);
        await using var host = await TestKnowledge.OpenAsync(server.ConnectionString, null, Cancellation);
        await FeedRows.SeedAsync(host, Cancellation);
        (await FeedRows.HeldAsync(host, Cancellation)).Count.ShouldBe(1);
        await host.QueryAsync(TakeNumbers, Cancellation);
        await host.Get<ISearchIndex>().CatchUpAsync(Cancellation);

        await (wholeServer ? RestartAsync(server) : KillBackendAsync(server));

        // Others meet the broken connections first, and the count passes what the host has seen.
        host.Database.Clear();
        await using (var writer = await OpenAsync(server))
        {
            await FeedRows.AddAsync(writer, "after", 7, Cancellation);
        }

        await host.QueryAsync(TakeNumbers, Cancellation);
        await host.QueryAsync(TakeNumbers, Cancellation);

        var stored = await FeedRows.StoredAsync(host, Cancellation);
        stored.Count.ShouldBe(8);
        (await FeedRows.HeldAsync(host, Cancellation)).ShouldBe(stored);
        (await host.Get<ISearchIndex>().CatchUpAsync(Cancellation)).ShouldBeFalse();
    }

    private static async Task RestartAsync(TestServer server)
    {
        await server.KillAsync(Cancellation);
        await server.StartAgainAsync(Cancellation);
    }

    // The server takes it for damage to what its processes share, ends them all and recovers.
    private static async Task KillBackendAsync(TestServer server)
    {
        await using var victim = await OpenAsync(server);
        using var process = Process.GetProcessById(victim.ProcessID);
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
    }

    // Until the server has recovered it says that it starts or ends.
    private static async Task<NpgsqlConnection> OpenAsync(TestServer server)
    {
        while (true)
        {
            var connection = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false }.ConnectionString);
            try
            {
                await connection.OpenAsync(Cancellation);
                await using var ask = new NpgsqlCommand("select 1", connection);
                await ask.ExecuteNonQueryAsync(Cancellation);
                return connection;
            }
            catch (NpgsqlException exception) when (exception.IsTransient)
            {
                await connection.DisposeAsync();
            }
        }
    }
}
