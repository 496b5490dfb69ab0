using BotKb.Data;
using BotKb.Knowledge.Sync;
using BotKb.Retrieval;
using Npgsql;
using NpgsqlTypes;

namespace BotKb.Knowledge.Indexing;

/// <summary>Writes a group of read documents in one transaction: states, old chunks out, new chunks in.</summary>
internal sealed class IndexWriter(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Writes the group; a document whose row has another version meanwhile is left alone and stays pending.</summary>
    public async Task WriteAsync(SourceRun run, IReadOnlyCollection<IndexedDocument> group, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await run.HoldAsync(connection, cancellationToken);
        var written = await UpdateDocumentsAsync(connection, group, cancellationToken);
        var changed = group.Where(result => !result.Unchanged && written.Contains(result.Document.Id)).ToList();
        await DeleteChunksAsync(connection, changed, cancellationToken);
        await CopyChunksAsync(connection, run.SourceId, changed, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<HashSet<long>> UpdateDocumentsAsync(
        NpgsqlConnection connection, IReadOnlyCollection<IndexedDocument> group, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update document d set
                status = r.status, reason = r.reason, index_version = $8, indexed_at = $9,
                tries = case when r.status = 'indexed' then 0 else d.tries + 1 end,
                content_hash = r.hash,
                own_title = case when r.unchanged then d.own_title else r.title end,
                chunk_count = case when r.unchanged then d.chunk_count else r.chunks end
            from unnest($1, $2, $3, $4, $5, $6, $7, $10) as r (id, version, status, reason, hash, title, chunks, unchanged)
            where d.id = r.id and d.version = r.version
            returning d.id
            """,
            connection);
        command.Parameters.AddWithValue(group.Select(result => result.Document.Id).ToArray());
        command.Parameters.AddWithValue(group.Select(result => result.Document.Version).ToArray());
        command.Parameters.AddWithValue(group.Select(result => result.Status).ToArray());
        command.Parameters.AddWithValue(group.Select(result => PostgresText.Clean(result.Reason)).ToArray());
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Bytea, group.Select(result => result.ContentHash).ToArray());
        command.Parameters.AddWithValue(
            NpgsqlDbType.Array | NpgsqlDbType.Text,
            group.Select(result => result.OwnTitle is null ? null : PostgresText.Clean(result.OwnTitle)).ToArray());
        command.Parameters.AddWithValue(group.Select(result => result.Chunks.Length).ToArray());
        command.Parameters.AddWithValue(IndexVersion.Current);
        command.Parameters.AddWithValue(time.GetUtcNow());
        command.Parameters.AddWithValue(group.Select(result => result.Unchanged).ToArray());
        var written = new HashSet<long>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            written.Add(reader.GetInt64(0));
        }

        return written;
    }

    private static async Task DeleteChunksAsync(
        NpgsqlConnection connection, IEnumerable<IndexedDocument> changed, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("delete from chunk where document_id = any($1)", connection);
        command.Parameters.AddWithValue(changed.Select(result => result.Document.Id).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task CopyChunksAsync(
        NpgsqlConnection connection, long sourceId, IEnumerable<IndexedDocument> changed, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy chunk (document_id, source_id, ordinal, text, heading_path, page, sheet, slide, lex, lex_version)
            from stdin (format binary)
            """,
            cancellationToken);
        foreach (var result in changed)
        {
            foreach (var chunk in result.Chunks)
            {
                await WriteChunkAsync(copy, result.Document.Id, sourceId, chunk, cancellationToken);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task WriteChunkAsync(
        NpgsqlBinaryImporter copy, long documentId, long sourceId, AnalyzedChunk analyzed, CancellationToken cancellationToken)
    {
        var chunk = analyzed.Chunk;
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(documentId, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(sourceId, NpgsqlDbType.Bigint, cancellationToken);
        await copy.WriteAsync(chunk.Ordinal, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(PostgresText.Clean(chunk.Text), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(
            chunk.HeadingPath.Select(PostgresText.Clean).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(chunk.Page, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(chunk.Sheet is null ? null : PostgresText.Clean(chunk.Sheet), NpgsqlDbType.Text, cancellationToken);
        await copy.WriteAsync(chunk.Slide, NpgsqlDbType.Integer, cancellationToken);
        await copy.WriteAsync(analyzed.Lex, NpgsqlDbType.Bytea, cancellationToken);
        await copy.WriteAsync(ChunkAnalyzer.Version, NpgsqlDbType.Smallint, cancellationToken);
    }
}
