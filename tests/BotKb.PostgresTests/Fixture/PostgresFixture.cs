using BotKb.PostgresTests.Fixture;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace BotKb.PostgresTests.Fixture;

/// <summary>
/// One PostgreSQL with pgvector for all tests of a run: an embedded server of its own, or the one that the variable
/// BOTKB_TEST_POSTGRES names by a connection string whose role may create databases. Without either the tests fail.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly string prefix = $"botkb_test_{Guid.NewGuid():n}";
    private string server = "";
    private TestServer? embedded;
    private int databases;

    private string Template => $"{prefix}_template";

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = CancellationToken.None;
        server = Environment.GetEnvironmentVariable("BOTKB_TEST_POSTGRES") ?? "";
        if (server.Length == 0)
        {
            embedded = await TestServer.StartAsync(cancellationToken);
            server = embedded.ConnectionString;
        }

        // The database of the embedded server is empty but for the extension, which only a superuser may create there.
        await ExecuteAsync(server, $"CREATE DATABASE {Template}{(embedded is null ? "" : " TEMPLATE botkb")}", cancellationToken);
        await ExecuteAsync(For(Template), "CREATE EXTENSION IF NOT EXISTS vector", cancellationToken);
    }

    /// <summary>A fresh database, a copy of the run's template; dropped when disposed.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"{prefix}_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {Template}", cancellationToken);
        return new TestDatabase(For(name), () => DropAsync(name));
    }

    public async ValueTask DisposeAsync()
    {
        if (embedded is not null)
        {
            await embedded.DisposeAsync();
        }
        else if (server.Length > 0)
        {
            await ExecuteAsync(server, $"DROP DATABASE {Template} WITH (FORCE)", CancellationToken.None);
        }
    }

    // The server's own housekeeping may be at work in it, which only a superuser could end; it is done in a moment.
    private async Task DropAsync(string name)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);
                return;
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege && tries < 100)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        // Not pooled: a template that somebody is connected to cannot be copied.
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private string For(string database) => new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;
}
