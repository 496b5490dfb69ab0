using System.Data.Common;
using BotKb.Access;
using BotKb.Data;
using BotKb.Retrieval.Lexical;
using Npgsql;

namespace BotKb.Retrieval;

/// <summary>
/// Keeps this host's lexical index equal to what PostgreSQL has committed. Before each search it asks for what has been committed since
/// its last visit; rows that come twice change nothing.
/// </summary>
internal sealed class FollowIndex(NpgsqlDataSource database, TimeProvider time) : IDisposable
{
    /// <summary>Deletions are kept in the feed for so long; a host that has slept longer fills its index anew.</summary>
    public static readonly TimeSpan FeedKeeps = TimeSpan.FromHours(1);

    private const string Feed = $"""
        select 0, null::bigint, null::bigint, null::bigint, null::bytea, {ChangeCursor.Snapshot}
        union all select 1, id, scope_id, null, null, null from document where {ChangeCursor.IsNew}
        union all select 2, chunk_id, null, null, null, null from chunk_gone where {ChangeCursor.IsNew}
        union all select 3, id, source_id, document_id, lex, null from chunk where {ChangeCursor.IsNew}
        """;

    private const string Scopes = """
        select id from permission_scope s where everyone or exists (
            select from scope_principal m join principal p on p.id = m.principal_id where m.scope_id = s.id and p.key = any($1))
        """;

    private readonly SemaphoreSlim _turn = new(1);
    private LexicalIndex _index = new();
    private ChangeCursor _cursor = ChangeCursor.Start;
    private DateTimeOffset _visited;

    /// <summary>Catches up, and says what the reader may search.</summary>
    public async Task<SearchView> ViewAsync(IReadOnlyList<long> knowledgeBases, Reader reader, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() - _visited > FeedKeeps / 2)
            {
                _index = new LexicalIndex();
                _cursor = ChangeCursor.Start;
            }

            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var batch = Ask(connection, knowledgeBases, reader);
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
            var cursor = await TakeFeedAsync(rows, cancellationToken);
            var scopes = await TakeIdsAsync(rows, cancellationToken);
            var sources = await TakeIdsAsync(rows, cancellationToken);
            _cursor = cursor;
            _visited = time.GetUtcNow();
            return new SearchView(_index.Current, sources, scopes.ToHashSet());
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private NpgsqlBatchCommand Changes()
    {
        var command = new NpgsqlBatchCommand(Feed);
        command.Parameters.AddRange(_cursor.Parameters());
        return command;
    }

    private NpgsqlBatch Ask(NpgsqlConnection connection, IReadOnlyList<long> knowledgeBases, Reader reader) => new(connection)
    {
        BatchCommands =
        {
            Changes(),
            new NpgsqlBatchCommand(Scopes) { Parameters = { new() { Value = reader.PrincipalKeys.ToArray() } } },
            new NpgsqlBatchCommand("select id from source where knowledge_base_id = any($1)") { Parameters = { new() { Value = knowledgeBases.ToArray() } } },
        },
    };

    private async Task<ChangeCursor> TakeFeedAsync(DbDataReader rows, CancellationToken cancellationToken)
    {
        var cursor = _cursor;
        var documents = new List<DocumentEntry>();
        var gone = new List<long>();
        var chunks = new List<ChunkEntry>();
        while (await rows.ReadAsync(cancellationToken))
        {
            switch (rows.GetInt32(0))
            {
                case 0:
                    cursor = ChangeCursor.Parse(rows.GetString(5));
                    break;
                case 1:
                    documents.Add(new DocumentEntry(rows.GetInt64(1), rows.GetInt64(2)));
                    break;
                case 2:
                    gone.Add(rows.GetInt64(1));
                    break;
                default:
                    chunks.Add(new ChunkEntry(rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3), (byte[])rows.GetValue(4)));
                    break;
            }

            if (chunks.Count == Segment.Capacity)
            {
                _index.Apply(documents, chunks, gone);
                documents.Clear();
                chunks.Clear();
                gone.Clear();
            }
        }

        if (documents.Count + chunks.Count + gone.Count > 0)
        {
            _index.Apply(documents, chunks, gone);
        }

        return cursor;
    }

    private static async Task<List<long>> TakeIdsAsync(DbDataReader rows, CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        await rows.NextResultAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            ids.Add(rows.GetInt64(0));
        }

        return ids;
    }
}
