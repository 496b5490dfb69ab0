using BotKb.Access;
using BotKb.PostgresTests.Knowledge;
using BotKb.Retrieval.Following;
using BotKb.Retrieval.Lexical;
using Npgsql;

namespace BotKb.PostgresTests.Retrieval;

/// <summary>Writes documents and chunks as an index does, in a transaction of the test's own; they are copies of the first one there is.</summary>
internal static class FeedRows
{
    private const string Add = """
        with d as (insert into document (source_id, item_id, path, version, size, modified_at, scope_id, status, reason, tries, chunk_count, index_version)
            (select source_id, $1, $1 || '.txt', '1', 1, modified_at, scope_id, status, '', 0, $2, index_version from document order by id limit 1)
            returning id)
        insert into chunk (document_id, source_id, ordinal, text, heading_path, lex, lex_version)
            select d.id, c.source_id, n, c.text, c.heading_path, coalesce($3, c.lex), c.lex_version
            from d, generate_series(1, $2) n, (select * from chunk order by id limit 1) c
        """;

    public static async Task SeedAsync(TestKnowledge knowledge, CancellationToken cancellationToken)
    {
        knowledge.Source.Put("seed", "Badges are printed on Monday.");
        await knowledge.SyncAsync(cancellationToken);
    }

    public static async Task AddAsync(
        NpgsqlConnection connection, string item, int chunks, CancellationToken cancellationToken, byte[]? lex = null)
    {
        await using var command = new NpgsqlCommand(Add, connection);
        command.Parameters.AddWithValue(item);
        command.Parameters.AddWithValue(chunks);
        command.Parameters.Add(new NpgsqlParameter { Value = lex ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task RemoveAsync(NpgsqlConnection connection, string item, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("delete from document where item_id = $1", connection);
        command.Parameters.AddWithValue(item);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The chunks that PostgreSQL holds.</summary>
    public static async Task<IReadOnlyList<string>> StoredAsync(TestKnowledge knowledge, CancellationToken cancellationToken) =>
        await knowledge.QueryAsync("select id from chunk order by id", cancellationToken);

    /// <summary>The chunks that can be found, each as often as it lies in a segment.</summary>
    public static IReadOnlyList<string> Held(LexicalSnapshot snapshot) =>
        [.. snapshot.Sources.Values.SelectMany(segments => segments)
            .SelectMany(segment => segment.Segment.ChunkIds.Where((_, place) => !segment.IsDead(place)))
            .Order().Select(id => id.ToString())];

    /// <summary>The same of a host, after it has caught up.</summary>
    public static async Task<IReadOnlyList<string>> HeldAsync(TestKnowledge host, CancellationToken cancellationToken) =>
        Held((await host.Get<FollowIndex>().ViewAsync([host.Kb], Reader.Anonymous, cancellationToken)).Index);
}
