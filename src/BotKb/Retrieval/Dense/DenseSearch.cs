using BotKb.Data;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace BotKb.Retrieval.Dense;

/// <summary>
/// Finds the chunks nearest to a question among those that the reader may see. Few visible ones are all compared; among many a graph is
/// walked, which meets more than it needs because what the reader may not see falls out on the way.
/// </summary>
internal sealed class DenseSearch(NpgsqlDataSource database, DenseIndexes indexes, ILogger<DenseSearch> logger)
{
    /// <summary>Up to so many visible chunks each one is compared: exact, and faster than a walk that most of what it meets falls out of.</summary>
    public const int MostExact = 10_000;

    private const int LeastBreadth = 100;
    private const int MostBreadth = 1_000;

    // So many times more are met than asked for, as some may be gone. A walk that has to go on for more costs as much again.
    private const int Spare = 2;
    private const long RowsOfOneMore = 1_000;

    // The planner must neither see the limit through the comparison of all, nor choose between the two by itself.
    private const string Settings = """
        select set_config('enable_seqscan', $1, true), set_config('enable_sort', $1, true), set_config('enable_hashjoin', $1, true),
            set_config('enable_mergejoin', $1, true), set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.ef_search', $2, true)
        """;

    /// <summary>The nearest chunks, nearest first; nothing for a question without a vector. What PostgreSQL refuses is a value.</summary>
    public async Task<NearestChunks> RunAsync(DenseQuestion question, SearchView view, int count, CancellationToken cancellationToken)
    {
        if (question.Index is not { } index || count <= 0 || view.Sources.Count == 0)
        {
            return new NearestChunks([], question.Failure);
        }

        try
        {
            var exact = !index.HasGraph || view.Index.CountVisible(view.Sources, view.Scopes, MostExact + 1) <= MostExact;
            var hits = await AskAsync(exact);

            // A walk that ends early has met too little that this reader may see.
            return new NearestChunks(exact || hits.Count >= count ? hits : await AskAsync(true), null);
        }
        catch (PostgresException exception)
        {
            // Another index may have taken over, and this one's table gone.
            indexes.Forget();
            logger.MeaningNotSearched(exception.SqlState, exception.MessageText);
            return new NearestChunks([], $"PostgreSQL refused the search by meaning ({exception.SqlState}: {exception.MessageText}).");
        }

        Task<List<DenseHit>> AskAsync(bool exact) => PostgresFailure.RetryAsync(
            token => exact ? CompareAsync(index, question.Vector, view, count, token) : WalkAsync(index, question.Vector, view, count, token),
            cancellationToken);
    }

    private async Task<List<DenseHit>> CompareAsync(
        CurrentDenseIndex index, float[] vector, SearchView view, int count, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Exact(index.Table));
        command.Parameters.AddRange(Parameters(vector, view, count * Spare, count));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadAsync(rows, cancellationToken);
    }

    private async Task<List<DenseHit>> WalkAsync(
        CurrentDenseIndex index, float[] vector, SearchView view, int count, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Settings)
        {
            Parameters = { new() { Value = "off" }, new() { Value = $"{Breadth(index.Rows)}" } },
        });
        var walk = new NpgsqlBatchCommand(Walk(index.Table));
        walk.Parameters.AddRange(Parameters(vector, view, count * Spare, count));
        batch.BatchCommands.Add(walk);
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        await rows.NextResultAsync(cancellationToken);
        return await ReadAsync(rows, cancellationToken);
    }

    private static NpgsqlParameter[] Parameters(float[] vector, SearchView view, int met, int count) =>
    [
        new() { Value = vector, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Real },
        new() { Value = view.Scopes.ToArray() },
        new() { Value = view.Sources.ToArray() },
        new() { Value = met },
        new() { Value = count },
    ];

    private static async Task<List<DenseHit>> ReadAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var hits = new List<DenseHit>();
        while (await rows.ReadAsync(cancellationToken))
        {
            hits.Add(new DenseHit(rows.GetInt64(0), -rows.GetDouble(1)));
        }

        return hits;
    }

    /// <summary>How many neighbours the walk keeps in view: a larger graph needs more for the same recall.</summary>
    internal static int Breadth(long rows) =>
        (int)Math.Min(LeastBreadth + (rows / RowsOfOneMore), MostBreadth);

    // Rows of chunks that are gone are left out of what was met, and not of everything there is, which would be a look-up for each.
    private const string Best = """
        select chunk_id, distance from (select chunk_id, distance from near order by distance, chunk_id limit $4) n
        where exists (select from chunk c where c.id = n.chunk_id) order by distance, chunk_id limit $5
        """;

    private static string Exact(DenseTable table) => $"""
        with near as materialized (
            select v.chunk_id, v.embedding <#> {table.Vector("$1")} as distance
            from document d join {table.Name} v on v.document_id = d.id
            where d.scope_id = any($2) and d.source_id = any($3) and v.embedding is not null)
        {Best}
        """;

    private static string Walk(DenseTable table) => $"""
        with near as materialized (
            select v.chunk_id, v.embedding <#> {table.Vector("$1")} as distance
            from {table.Name} v join document d on d.id = v.document_id
            where d.scope_id = any($2) and d.source_id = any($3)
            order by v.embedding <#> {table.Vector("$1")} limit $4)
        {Best}
        """;
}
