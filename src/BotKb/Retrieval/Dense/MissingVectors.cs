using System.Security.Cryptography;
using System.Text;
using BotKb.Data;
using Npgsql;
using NpgsqlTypes;

namespace BotKb.Retrieval.Dense;

/// <summary>
/// Gives an index the vectors of chunks that have none. A text that the index knows already, from a copy of the document or from the
/// version before a change, is not embedded again.
/// </summary>
internal sealed class MissingVectors(NpgsqlDataSource database)
{
    private const int Group = 128;
    private const int BytesOfHash = 16;

    /// <summary>Fills in what is missing among the chunks that came since <paramref name="since"/>.</summary>
    /// <returns>How many rows were added.</returns>
    /// <exception cref="BotKb.Answering.ModelException">The model fails; what was embedded before is kept.</exception>
    /// <exception cref="DimensionChangedException">The vectors do not fit into the index.</exception>
    public async Task<long> FillAsync(IEmbeddingModel model, DenseTable table, ChangeCursor since, CancellationToken cancellationToken)
    {
        var added = 0L;
        var last = 0L;
        while (true)
        {
            var chunks = await PostgresFailure.RetryAsync(token => ReadAsync(table, since, last, token), cancellationToken);
            if (chunks.Count == 0)
            {
                return added;
            }

            last = chunks[^1].Id;
            await EmbedAsync(model, table, chunks, cancellationToken);
            added += chunks.Count;
        }
    }

    /// <summary>How many are missing, counted up to a limit.</summary>
    public async Task<long> CountAsync(DenseTable table, ChangeCursor since, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select count(*) from (
                select from chunk c where {ChangeCursor.IsNew} and not exists (select from {table.Name} v where v.chunk_id = c.id) limit $3) m
            """);
        command.CommandTimeout = 0;
        command.Parameters.AddRange(since.Parameters());
        command.Parameters.AddWithValue(limit);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Takes out the rows of chunks that are gone.</summary>
    public async Task<int> RemoveOrphansAsync(DenseTable table, ChangeCursor since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        command.CommandTimeout = 0;
        if (since == ChangeCursor.Start)
        {
            command.CommandText = $"delete from {table.Name} v where not exists (select from chunk c where c.id = v.chunk_id)";
        }
        else
        {
            command.CommandText = $"delete from {table.Name} where chunk_id in (select chunk_id from chunk_gone where {ChangeCursor.IsNew})";
            command.Parameters.AddRange(since.Parameters());
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<List<Unembedded>> ReadAsync(DenseTable table, ChangeCursor since, long after, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select c.id, c.document_id, coalesce(d.source_title, d.own_title, ''), c.heading_path, c.text
            from (select * from chunk where id > $3 and {ChangeCursor.IsNew}) c join document d on d.id = c.document_id
            where not exists (select from {table.Name} v where v.chunk_id = c.id)
            order by c.id limit {Group}
            """);
        command.CommandTimeout = 0;
        command.Parameters.AddRange(since.Parameters());
        command.Parameters.AddWithValue(after);
        var chunks = new List<Unembedded>(Group);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            chunks.Add(Unembedded.Of(
                rows.GetInt64(0), rows.GetInt64(1), rows.GetString(2), await rows.GetFieldValueAsync<string[]>(3, cancellationToken), rows.GetString(4)));
        }

        return chunks;
    }

    private async Task EmbedAsync(IEmbeddingModel model, DenseTable table, List<Unembedded> chunks, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(table, chunks, cancellationToken);
        var texts = chunks.Where(chunk => !known.Contains(chunk.Key)).DistinctBy(chunk => chunk.Key).ToList();
        var embedded = texts.Count == 0 ? [] : await model.EmbedPassagesAsync([.. texts.Select(chunk => chunk.Text)], cancellationToken);
        if (embedded.FirstOrDefault(passage => passage.Vector is { } vector && vector.Length != table.Dimension) is { Vector: { } other })
        {
            throw new DimensionChangedException(other.Length, table.Dimension);
        }

        var fresh = texts.Select((chunk, i) => (chunk.Key, Embedded: embedded[i])).ToDictionary(pair => pair.Key, pair => pair.Embedded);
        await PostgresFailure.RetryAsync(token => WriteAsync(table, chunks, fresh, token), cancellationToken);
    }

    private async Task<HashSet<string>> KnownAsync(DenseTable table, List<Unembedded> chunks, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select distinct text_hash from {table.Name} where text_hash = any($1)");
        command.Parameters.AddWithValue(chunks.Select(chunk => chunk.Hash).ToArray());
        var known = new HashSet<string>(StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            known.Add(Convert.ToHexString((byte[])rows.GetValue(0)));
        }

        return known;
    }

    private async Task WriteAsync(
        DenseTable table, List<Unembedded> chunks, Dictionary<string, EmbeddedPassage> fresh, CancellationToken cancellationToken)
    {
        var insert = $"""
            insert into {table.Name} (chunk_id, document_id, text_hash, embedding, reason)
            values ($1, $2, $3, $4::real[]::{table.Type}, $5) on conflict do nothing
            """;
        var copy = $"""
            insert into {table.Name} (chunk_id, document_id, text_hash, embedding, reason)
            select $1, $2, $3, embedding, reason from {table.Name} where text_hash = $3 limit 1 on conflict do nothing
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var chunk in chunks)
        {
            var isFresh = fresh.TryGetValue(chunk.Key, out var passage);
            var command = new NpgsqlBatchCommand(isFresh ? insert : copy)
            {
                Parameters = { new() { Value = chunk.Id }, new() { Value = chunk.DocumentId }, new() { Value = chunk.Hash } },
            };
            if (isFresh)
            {
                command.Parameters.Add(new() { Value = (object?)passage!.Vector ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Real });
                command.Parameters.Add(new() { Value = passage.Vector is null ? PostgresText.Clean(passage.Reason) : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Unembedded(long Id, long DocumentId, byte[] Hash, string Key, string Text)
    {
        public static Unembedded Of(long id, long documentId, string title, string[] headings, string text)
        {
            var whole = string.Join('\n', headings.Prepend(title).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal).Append(text));
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(whole))[..BytesOfHash];
            return new Unembedded(id, documentId, hash, Convert.ToHexString(hash), whole);
        }
    }
}
