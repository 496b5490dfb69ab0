using BotKb.Data;
using BotKb.PostgresTests.Fixture;
using Npgsql;

namespace BotKb.PostgresTests.Data;

public sealed class OldestTransactionTests
{
    private const long Gate = 7;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_that_ends_by_itself_is_not_taken_for_a_forgotten_transaction()
    {
        // A server of its own: all databases of a server are looked at.
        await using var server = await TestServer.StartAsync(Cancellation);
        await using var database = NpgsqlDataSource.Create(server.ConnectionString);
        var oldest = new OldestTransaction(database);
        await using var connection = await database.OpenConnectionAsync(Cancellation);
        await AskAsync(
            connection,
            $"""
            create table t as select 1 as x;
            create function slow(x int) returns int immutable language plpgsql
                as $$ begin perform pg_advisory_xact_lock({Gate}); return x; end $$
            """);

        await AskAsync(connection, "begin; insert into t values (2)");
        (await oldest.AgeAsync(Cancellation)).ShouldNotBeNull();
        await AskAsync(connection, $"select pg_advisory_xact_lock({RenewStamps.Lock})");
        (await oldest.AgeAsync(Cancellation)).ShouldBeNull();
        await AskAsync(connection, "rollback");

        await AskAsync(connection, $"select pg_advisory_lock({Gate})");
        await using var builder = await database.OpenConnectionAsync(Cancellation);
        var built = AskAsync(builder, "create index on t (slow(x))");
        while (await AskAsync(connection, "select count(*) from pg_locks where locktype = 'advisory' and not granted") is not 1L)
        {
            built.IsCompleted.ShouldBeFalse();
        }

        (await oldest.AgeAsync(Cancellation)).ShouldBeNull();
        await AskAsync(connection, $"select pg_advisory_unlock({Gate})");
        await built;
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
