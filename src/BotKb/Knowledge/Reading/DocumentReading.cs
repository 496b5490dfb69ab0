using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Data;
using BotKb.Access;
using BotKb.Data;
using Npgsql;

namespace BotKb.Knowledge.Reading;

/// <summary>
/// Opens documents for people. Every answer comes from a statement that holds the reader's right: a document that is not there and one
/// that the reader may not read are the same. Safe for concurrent use.
/// </summary>
public sealed class DocumentReading(NpgsqlDataSource database, IEnumerable<IKnowledgeSourceKind> kinds)
{
    private readonly FrozenDictionary<string, IKnowledgeSourceKind> _kinds = kinds.ToFrozenDictionary(kind => kind.Kind, StringComparer.Ordinal);

    /// <summary>Opens a document at its beginning; null where it does not exist or the reader may not read it.</summary>
    public Task<ReadableDocument?> OpenAsync(long documentId, Reader reader, CancellationToken cancellationToken) =>
        OpenAsync(documentId, DocumentPlace.Beginning, reader, cancellationToken);

    /// <summary>Opens a document at a place; null where it does not exist or the reader may not read it.</summary>
    public async Task<ReadableDocument?> OpenAsync(
        long documentId, DocumentPlace place, Reader reader, CancellationToken cancellationToken) =>
        await PostgresFailure.RetryAsync(token => ReadAsync(documentId, place, reader, token), cancellationToken);

    /// <summary>Which of these documents the reader may read now.</summary>
    public async Task<IReadOnlySet<long>> FilterReadableAsync(
        IReadOnlyCollection<long> documentIds, Reader reader, CancellationToken cancellationToken) =>
        documentIds.Count == 0
            ? new HashSet<long>()
            : await PostgresFailure.RetryAsync(token => FilterAsync(documentIds, reader, token), cancellationToken);

    /// <summary>Opens the file that a document was read from; null where it does not exist or the reader may not read it.</summary>
    /// <exception cref="SourceItemException">The file is no longer where the document was read from.</exception>
    /// <exception cref="BotKbException">Its source cannot be reached.</exception>
    public async Task<OriginalDocument?> OpenOriginalAsync(long documentId, Reader reader, CancellationToken cancellationToken)
    {
        if (await PostgresFailure.RetryAsync(token => FindOriginalAsync(documentId, reader, token), cancellationToken) is not var (kind, settings, item))
        {
            return null;
        }

        var source = _kinds.TryGetValue(kind, out var opener)
            ? opener.Open(settings)
            : throw new BotKbException(FailureKind.TellAdmin, $"This program cannot read sources of the kind '{kind}'.");
        return new OriginalDocument(item.Path[(item.Path.LastIndexOf('/') + 1)..], await source.OpenAsync(item, cancellationToken));
    }

    private async Task<HashSet<long>> FilterAsync(
        IReadOnlyCollection<long> documentIds, Reader reader, CancellationToken cancellationToken)
    {
        var readable = new HashSet<long>();
        await using var command = database.CreateCommand(ReadingSql.Filter);
        command.Parameters.AddWithValue(documentIds.ToArray());
        command.Parameters.AddWithValue(reader.PrincipalKeys.ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            readable.Add(rows.GetInt64(0));
        }

        return readable;
    }

    private async Task<(string Kind, string Settings, SourceItem Item)?> FindOriginalAsync(
        long documentId, Reader reader, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ReadingSql.Original);
        command.Parameters.AddWithValue(documentId);
        command.Parameters.AddWithValue(reader.PrincipalKeys.ToArray());
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? (row.GetString(0), row.GetString(1), ReadItem(row)) : null;
    }

    private static SourceItem ReadItem(NpgsqlDataReader row) => new(
        row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5), row.GetFieldValue<DateTimeOffset>(6), ReaderSet.Nobody);

    // One snapshot: between the right, the place and the text nothing changes.
    private async Task<ReadableDocument?> ReadAsync(
        long documentId, DocumentPlace place, Reader reader, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        if (await ReadDocumentAsync(connection, documentId, reader, cancellationToken) is not { } document)
        {
            return null;
        }

        var marked = await FindAsync(connection, documentId, place, cancellationToken);
        var from = place.From ?? (marked ?? 0) / ReadableDocument.PassagesAtOnce * ReadableDocument.PassagesAtOnce;
        return document with { Passages = await ReadPassagesAsync(connection, documentId, from, marked, place.Quote, cancellationToken) };
    }

    private static async Task<ReadableDocument?> ReadDocumentAsync(
        NpgsqlConnection connection, long documentId, Reader reader, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ReadingSql.Document, connection);
        command.Parameters.AddWithValue(documentId);
        command.Parameters.AddWithValue(reader.PrincipalKeys.ToArray());
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
        {
            return null;
        }

        var path = row.GetString(1);
        return new ReadableDocument(
            documentId, row.GetValue(0) as string ?? System.IO.Path.GetFileNameWithoutExtension(path), path, row.GetValue(2) as string,
            row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetInt32(6), []);
    }

    private static async Task<int?> FindAsync(
        NpgsqlConnection connection, long documentId, DocumentPlace place, CancellationToken cancellationToken)
    {
        if (place.ChunkId is { } chunkId
            && await OrdinalAsync(connection, ReadingSql.OrdinalOfChunk, documentId, chunkId, cancellationToken) is { } known)
        {
            return known;
        }

        return place.Quote is { } quote && PostgresText.Clean(QuoteMatch.Key(quote)) is { Length: > 0 } key
            ? await OrdinalAsync(connection, ReadingSql.OrdinalOfQuote, documentId, key, cancellationToken)
            : null;
    }

    private static async Task<int?> OrdinalAsync(
        NpgsqlConnection connection, string sql, long documentId, object wanted, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(documentId);
        command.Parameters.AddWithValue(wanted);
        return await command.ExecuteScalarAsync(cancellationToken) as int?;
    }

    private static async Task<ImmutableArray<DocumentPassage>> ReadPassagesAsync(
        NpgsqlConnection connection, long documentId, int from, int? marked, string? quote, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ReadingSql.Passages, connection);
        command.Parameters.AddWithValue(documentId);
        command.Parameters.AddWithValue(from);
        command.Parameters.AddWithValue(ReadableDocument.PassagesAtOnce);
        var passages = ImmutableArray.CreateBuilder<DocumentPassage>();
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            passages.Add(ReadPassage(row, marked, quote));
        }

        return passages.ToImmutable();
    }

    private static DocumentPassage ReadPassage(NpgsqlDataReader row, int? marked, string? quote)
    {
        var (ordinal, text) = (row.GetInt32(1), row.GetString(6));
        return new DocumentPassage(
            row.GetInt64(0), ordinal, [.. (string[])row.GetValue(2)], row.GetValue(3) as int?, row.GetValue(4) as string,
            row.GetValue(5) as int?, text, ordinal == marked ? MarkOf(text, quote) : null);
    }

    private static TextSpan MarkOf(string text, string? quote) =>
        (quote is null ? null : QuoteMatch.Find(text, quote)) ?? new TextSpan(0, text.Length);
}
