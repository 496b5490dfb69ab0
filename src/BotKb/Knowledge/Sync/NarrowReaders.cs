using BotKb.Access;
using Npgsql;

namespace BotKb.Knowledge.Sync;

/// <summary>
/// Takes rights away at once when the readers of a source change, without reading the source: a document gets its new readers where they
/// are fewer, and whoever gains a right waits for the next sync.
/// </summary>
public sealed class NarrowReaders(NpgsqlDataSource database)
{
    /// <summary>Narrows the readers of every known document of a source.</summary>
    /// <param name="sourceId">The source's row.</param>
    /// <param name="readersOf">The new readers by the path of a document.</param>
    /// <param name="cancellationToken">Ends it; then nothing has changed.</param>
    public async Task RunAsync(long sourceId, Func<string, ReaderSet> readersOf, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var narrowed = new List<(long Document, ReaderSet Readers)>();
        foreach (var (document, path, before) in await ReadAsync(connection, sourceId, cancellationToken))
        {
            var after = readersOf(path);
            if (!after.Equals(before) && after.IsWithin(before))
            {
                narrowed.Add((document, after));
            }
        }

        var scopes = new ScopeRows(connection);
        foreach (var group in narrowed.GroupBy(entry => entry.Readers, entry => entry.Document))
        {
            await using var command = new NpgsqlCommand("update document set scope_id = $1 where id = any($2)", connection);
            command.Parameters.AddWithValue(await scopes.OfAsync(group.Key, cancellationToken));
            command.Parameters.AddWithValue(group.ToArray());
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<List<(long Document, string Path, ReaderSet Readers)>> ReadAsync(
        NpgsqlConnection connection, long sourceId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select d.id, d.path, s.everyone, array(
                select p.key from scope_principal m join principal p on p.id = m.principal_id where m.scope_id = s.id)
            from document d join permission_scope s on s.id = d.scope_id where d.source_id = $1 for update of d
            """,
            connection);
        command.Parameters.AddWithValue(sourceId);
        var documents = new List<(long, string, ReaderSet)>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var readers = reader.GetBoolean(2) ? ReaderSet.All : ReaderSet.Of((string[])reader.GetValue(3));
            documents.Add((reader.GetInt64(0), reader.GetString(1), readers));
        }

        return documents;
    }
}
