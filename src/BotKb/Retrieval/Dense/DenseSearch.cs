using BotKb.Data;
using Npgsql;
using NpgsqlTypes;

namespace BotKb.Retrieval.Dense;

/// <summary>
/// Finds the chunks nearest to a question among those that the reader may see. Few visible ones are all compared; among many a graph is
/// walked, which meets more than it needs because what the reader may not see falls out on the way.
/// </summary>
internal sealed class DenseSearch(NpgsqlDataSource database, DenseIndexes indexes)
{
    /// <summary>Up to so many visible chunks each one is compared: exact, and faster than a walk that most of what it meets falls out of.</summary>
    public const int MostExact = 10_000;

    // The walk returns its finds only roughly by distance, so that the best are taken out of more.
    private const int Met = 100;
    private const int MostBreadth = 1_000;
    private const long RowsOfOneMore = 1_000;

    // The planner must neither see the limit through the comparison of all, nor choose between the two by itself.
    private const string Settings = """
        select set_config('enable_seqscan', $1, true), set_config('enable_sort', $1, true), set_config('enable_hashjoin', $1, true),
            set_config('enable_mergejoin', $1, true), set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.ef_search', $2, true)
        """;

    /// <summary>The nearest chunks, nearest first; nothing for a question without a vector.</summary>
    public async Task<IReadOnlyList<DenseHit>> RunAsync(
        DenseQuestion question, SearchView view, int count, CancellationToken cancellationToken)
    {
        if (question.Index is not { } index || count <= 0 || view.Sources.Count == 0)
        {
            return [];
        }

        try
        {
            var exact = !index.HasGraph || view.Index.CountVisible(view.Sources, view.Scopes, MostExact + 1) <= MostExact;
            return await PostgresFailure.RetryAsync(token => AskAsync(index, exact, question.Vector, view, count, token), cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // Another index took over and this one's table went; this question is answered by its words.
            indexes.Forget();
            return [];
        }
    }

    private async Task<IReadOnlyList<DenseHit>> AskAsync(
        CurrentDenseIndex index, bool exact, float[] vector, SearchView view, int count, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        if (!exact)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Settings)
            {
                Parameters = { new() { Value = "off" }, new() { Value = $"{Breadth(index.Rows)}" } },
            });
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand(exact ? Exact(index.Table) : Walk(index.Table))
        {
            Parameters =
            {
                new() { Value = vector, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Real },
                new() { Value = view.Scopes.ToArray() },
                new() { Value = view.Sources.ToArray() },
                new() { Value = exact ? count : Math.Max(count, Met) },
                new() { Value = count },
            },
        });
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        if (!exact)
        {
            await rows.NextResultAsync(cancellationToken);
        }

        var hits = new List<DenseHit>(count);
        while (await rows.ReadAsync(cancellationToken))
        {
            hits.Add(new DenseHit(rows.GetInt64(0), -rows.GetDouble(1)));
        }

        return hits;
    }

    /// <summary>How many neighbours the walk keeps in view: a larger graph needs more for the same recall.</summary>
    internal static int Breadth(long rows) =>
        (int)Math.Min(Met + (rows / RowsOfOneMore), MostBreadth);

    private static string Exact(DenseTable table) => $"""
        with near as materialized (
            select v.chunk_id, v.embedding <#> {table.Vector("$1")} as distance
            from document d join {table.Name} v on v.document_id = d.id
            where d.scope_id = any($2) and d.source_id = any($3) and v.embedding is not null)
        select chunk_id, distance from near where $4 > 0 order by distance, chunk_id limit $5
        """;

    private static string Walk(DenseTable table) => $"""
        with near as materialized (
            select v.chunk_id, v.embedding <#> {table.Vector("$1")} as distance
            from {table.Name} v join document d on d.id = v.document_id
            where d.scope_id = any($2) and d.source_id = any($3)
            order by v.embedding <#> {table.Vector("$1")} limit $4)
        select chunk_id, distance from near order by distance, chunk_id limit $5
        """;
}
