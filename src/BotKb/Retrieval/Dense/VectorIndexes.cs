using Npgsql;

namespace BotKb.Retrieval.Dense;

/// <summary>What the admin sees of the vectors. Counts are read anew at most every five seconds, as they cost a walk through all rows.</summary>
public sealed class VectorIndexes
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(5);

    private readonly NpgsqlDataSource _database;
    private readonly IEmbeddingModels _models;
    private readonly TimeProvider _time;
    private (IReadOnlyList<VectorIndexState> States, DateTimeOffset At)? _known;

    internal VectorIndexes(NpgsqlDataSource database, IEmbeddingModels models, TimeProvider time) =>
        (_database, _models, _time) = (database, models, time);

    /// <summary>The index that is searched and the one that is being built, where there are such; nothing without an embedding model.</summary>
    public async Task<IReadOnlyList<VectorIndexState>> ListAsync(CancellationToken cancellationToken)
    {
        if (_models.Configured is null)
        {
            return [];
        }

        if (_known is { } known && _time.GetUtcNow() - known.At < FreshFor)
        {
            return known.States;
        }

        var states = new List<VectorIndexState>();
        foreach (var row in await RowsAsync(cancellationToken))
        {
            states.Add(await CountAsync(row, cancellationToken));
        }

        _known = (states, _time.GetUtcNow());
        return states;
    }

    private async Task<List<Row>> RowsAsync(CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(
            "select id, dimension, settings, state, failure from embedding_index where state in ('current', 'building') order by state desc");
        var found = new List<Row>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(new Row(
                new DenseTable(rows.GetInt64(0), rows.GetInt32(1)), rows.GetString(2), rows.GetString(3), rows.GetValue(4) as string));
        }

        return found;
    }

    private async Task<VectorIndexState> CountAsync(Row row, CancellationToken cancellationToken)
    {
        var name = _models.Reopen(row.Settings)?.Name ?? "?";
        if (row.Table.Dimension == 0)
        {
            return new VectorIndexState(name, row.State, 0, 0, 0, row.Failure);
        }

        await using var command = _database.CreateCommand($"""
            select (select count(*) from chunk), count(v.embedding), count(v.reason)
            from {row.Table.Name} v where exists (select from chunk c where c.id = v.chunk_id)
            """);
        await using var counts = await command.ExecuteReaderAsync(cancellationToken);
        await counts.ReadAsync(cancellationToken);
        return new VectorIndexState(name, row.State, counts.GetInt64(0), counts.GetInt64(1), counts.GetInt64(2), row.Failure);
    }

    private sealed record Row(DenseTable Table, string Settings, string State, string? Failure);
}
