namespace BotKb.PostgresTests.Fixture;

public sealed class PostgresFixtureTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_each_test_a_database_of_its_own_with_pgvector()
    {
        await using var first = await postgres.CreateDatabaseAsync(Cancellation);
        await using var second = await postgres.CreateDatabaseAsync(Cancellation);

        await using var create = first.DataSource.CreateCommand("CREATE TABLE t (v vector(3))");
        await create.ExecuteNonQueryAsync(Cancellation);
        await using var count = second.DataSource.CreateCommand("SELECT count(*) FROM pg_class WHERE relname = 't'");

        (await count.ExecuteScalarAsync(Cancellation)).ShouldBe(0L);
    }

    [Fact]
    public async Task Comes_back_with_what_was_committed_when_the_server_is_killed()
    {
        await using var server = await TestServer.StartAsync(Cancellation);
        await using var database = Npgsql.NpgsqlDataSource.Create(server.ConnectionString);
        await using var create = database.CreateCommand("CREATE TABLE t AS SELECT 42 AS answer");
        await create.ExecuteNonQueryAsync(Cancellation);

        await server.KillAsync(Cancellation);
        await server.StartAgainAsync(Cancellation);

        // The pool still holds connections to the server that is gone.
        database.Clear();
        await using var read = database.CreateCommand("SELECT answer FROM t");
        (await read.ExecuteScalarAsync(Cancellation)).ShouldBe(42);
    }
}
