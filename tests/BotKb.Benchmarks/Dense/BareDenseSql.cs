using BotKb.Retrieval;
using BotKb.Retrieval.Dense;
using Npgsql;
using NpgsqlTypes;

namespace BotKb.Benchmarks.Dense;

/// <summary>
/// The statements that a person would write for the same plans, on a connection of its own with the settings made before: what the
/// product's search is compared with. And the truth: every visible vector compared.
/// </summary>
internal sealed class BareDenseSql(NpgsqlConnection connection, DenseTable table, SearchView view)
{
    private const int Met = 100;

    /// <summary>Every visible vector compared, without any index of vectors.</summary>
    public async Task<long[]> ExactAsync(float[] vector, int count, CancellationToken cancellationToken)
    {
        await SetAsync("enable_indexscan = off", cancellationToken);
        var exact = await AskAsync(Nearest("limit $4"), vector, count, cancellationToken);
        await SetAsync("enable_indexscan = on", cancellationToken);
        return exact;
    }

    /// <summary>How many neighbours a walk keeps in view.</summary>
    public Task SetBreadthAsync(int breadth, CancellationToken cancellationToken) => SetAsync($"hnsw.ef_search = {breadth}", cancellationToken);

    /// <summary>A walk over all vectors, whoever may see them.</summary>
    public async Task<long[]> PlainAsync(float[] vector, int count, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select chunk_id from {table.Name} order by embedding <#> (select $1::real[]::{table.Type}) limit $2", connection);
        command.Parameters.Add(new() { Value = vector, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Real });
        command.Parameters.AddWithValue(count);
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>Makes the settings of <see cref="WalkAsync"/>.</summary>
    public async Task PrepareWalkAsync(int breadth, CancellationToken cancellationToken)
    {
        foreach (var setting in new[] { "enable_seqscan", "enable_sort", "enable_hashjoin", "enable_mergejoin" })
        {
            await SetAsync($"{setting} = off", cancellationToken);
        }

        await SetAsync("hnsw.iterative_scan = relaxed_order", cancellationToken);
        await SetBreadthAsync(breadth, cancellationToken);
    }

    /// <summary>The graph walked, the best of what it met.</summary>
    public Task<long[]> WalkAsync(float[] vector, int count, CancellationToken cancellationToken) =>
        AskAsync(
            $"with near as materialized ({Nearest($"limit {Met}")}) select chunk_id, distance from near order by distance limit $4",
            vector, count, cancellationToken);

    /// <summary>The visible vectors found by their documents, and all compared.</summary>
    public Task<long[]> CompareAsync(float[] vector, int count, CancellationToken cancellationToken) =>
        AskAsync(
            $"""
            with near as materialized (
                select v.chunk_id, v.embedding <#> (select $1::real[]::{table.Type}) as distance
                from document d join {table.Name} v on v.document_id = d.id
                where d.scope_id = any($2) and d.source_id = any($3))
            select chunk_id, distance from near order by distance limit $4
            """,
            vector, count, cancellationToken);

    private string Nearest(string limit) => $"""
        select v.chunk_id, v.embedding <#> (select $1::real[]::{table.Type}) as distance from {table.Name} v join document d on d.id = v.document_id
        where d.scope_id = any($2) and d.source_id = any($3) order by v.embedding <#> (select $1::real[]::{table.Type}) {limit}
        """;

    private async Task<long[]> AskAsync(string sql, float[] vector, int count, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = vector, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Real });
        command.Parameters.AddWithValue(view.Scopes.ToArray());
        command.Parameters.AddWithValue(view.Sources.ToArray());
        command.Parameters.AddWithValue(count);
        return await ReadAsync(command, cancellationToken);
    }

    private static async Task<long[]> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            ids.Add(rows.GetInt64(0));
        }

        return [.. ids];
    }

    private Task SetAsync(string setting, CancellationToken cancellationToken) => RunAsync("set " + setting, cancellationToken);

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
