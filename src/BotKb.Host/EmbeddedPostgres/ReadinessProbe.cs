using System.Net.Sockets;
using Npgsql;

namespace BotKb.Host.EmbeddedPostgres;

/// <summary>Whether the server takes BotKb's connection.</summary>
internal static class ReadinessProbe
{
    /// <summary>True when it does; false while it starts, recovers or shuts down.</summary>
    /// <exception cref="BotKbException">It refuses and would do so again.</exception>
    public static async Task<bool> IsReadyAsync(PostgresFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(ConnectionString(folder)) { Pooling = false, Timeout = 5 }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CannotConnectNow)
        {
            return false;
        }
        catch (PostgresException e)
        {
            throw new BotKbException(FailureKind.TellAdmin, $"The embedded PostgreSQL in {folder.Root} refused BotKb: {e.MessageText}", e);
        }
        catch (NpgsqlException e) when (e.InnerException is SocketException or IOException or TimeoutException)
        {
            return false;
        }
    }

    public static string ConnectionString(PostgresFolder folder) => new NpgsqlConnectionStringBuilder
    {
        Host = folder.Socket,
        Port = PostgresFolder.Port,
        Username = ServerSettings.Role,
        Database = ServerSettings.Role,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;
}
