using BotKb.Host.EmbeddedPostgres;
using Npgsql;

namespace BotKb.EndToEndTests.EmbeddedPostgres;

/// <summary>One statement over a connection of its own.</summary>
internal static class Database
{
    public static async Task<object?> ReadAsync(this PostgresLease lease, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(lease.ConnectionString, cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    public static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
