using BotKb.Benchmarks.Corpus;
using BotKb.Data;
using BotKb.Host.Commands;
using BotKb.Knowledge;
using BotKb.Knowledge.Sync;
using BotKb.Retrieval;
using Npgsql;
using NpgsqlTypes;

namespace BotKb.Benchmarks.Scale;

/// <summary>
/// Writes a corpus of any size as an indexing run leaves it: the product's own analysis, tables, triggers and permission scopes; only
/// the files and their extraction are left out.
/// </summary>
internal sealed class ScaleLoader(CommandSession session)
{
    private readonly NpgsqlDataSource _database = session.Get<NpgsqlDataSource>();

    /// <summary>Loads so many chunks.</summary>
    /// <returns>The knowledge base's row.</returns>
    public async Task<long> LoadAsync(string name, ChunkCorpus corpus, int chunks, CancellationToken cancellationToken)
    {
        var kb = await session.Get<KnowledgeBaseCatalog>().CreateAsync(name, cancellationToken);
        var source = await session.Get<SourceCatalog>().AddAsync(kb.Id, "generated", name, "{}", cancellationToken);
        var documents = ScaleDocument.Of(chunks).ToList();
        await using (var connection = await _database.OpenConnectionAsync(cancellationToken))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var ids = await ReserveIdsAsync(connection, documents.Count, cancellationToken);
            var scopes = await AddScopesAsync(connection, cancellationToken);
            await CopyDocumentsAsync(connection, source, documents, ids, scopes, cancellationToken);
            await CopyChunksAsync(connection, source, Rows(documents, ids, corpus.Take(chunks)), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        // As the server's own housekeeping does a little later.
        await ExecuteAsync("vacuum (analyze) document", cancellationToken);
        await ExecuteAsync("vacuum (analyze) chunk", cancellationToken);
        return kb.Id;
    }

    private static IEnumerable<ChunkRow> Rows(List<ScaleDocument> documents, long[] ids, IEnumerable<string> texts)
    {
        using var text = texts.GetEnumerator();
        for (var i = 0; i < documents.Count; i++)
        {
            for (var ordinal = 0; ordinal < documents[i].Chunks && text.MoveNext(); ordinal++)
            {
                yield return new ChunkRow(ids[i], ordinal, text.Current);
            }
        }
    }

    private static async Task<long[]> ReserveIdsAsync(NpgsqlConnection connection, int count, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select array(select nextval(pg_get_serial_sequence('document', 'id')) from generate_series(1, $1))", connection);
        command.Parameters.AddWithValue(count);
        return (long[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<long[]> AddScopesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var rows = new ScopeRows(connection);
        var ids = new long[ScaleReader.Scopes];
        for (var scope = 0; scope < ids.Length; scope++)
        {
            ids[scope] = await rows.OfAsync(ScaleReader.ReadersOf(scope), cancellationToken);
        }

        return ids;
    }

    private static async Task CopyDocumentsAsync(
        NpgsqlConnection connection, long source, List<ScaleDocument> documents, long[] ids, long[] scopes, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy document (id, source_id, item_id, path, version, size, modified_at, scope_id, status, reason, tries, chunk_count, index_version)
            from stdin (format binary)
            """,
            cancellationToken);
        for (var i = 0; i < documents.Count; i++)
        {
            var document = documents[i];
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(ids[i], NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(source, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(document.Path, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(document.Path, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync("1", NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(0L, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(DateTimeOffset.UnixEpoch, NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(scopes[document.Scope], NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(DocumentStatus.Indexed, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync("", NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(0, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(document.Chunks, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(IndexVersion.Current, NpgsqlDbType.Smallint, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task CopyChunksAsync(
        NpgsqlConnection connection, long source, IEnumerable<ChunkRow> rows, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy chunk (document_id, source_id, ordinal, text, heading_path, lex, lex_version) from stdin (format binary)", cancellationToken);
        foreach (var (row, lex) in rows.AsParallel().AsOrdered().Select(row => (row, ChunkAnalyzer.Analyze("", [], row.Text))))
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(row.Document, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(source, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(row.Ordinal, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(PostgresText.Clean(row.Text), NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(Array.Empty<string>(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(lex, NpgsqlDbType.Bytea, cancellationToken);
            await copy.WriteAsync(ChunkAnalyzer.Version, NpgsqlDbType.Smallint, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record ChunkRow(long Document, int Ordinal, string Text);
}
