using BotKb.Data;
using Npgsql;

namespace BotKb.Retrieval.Dense;

/// <summary>Knows which index of vectors is searched. What it knows may be a moment old; see <see cref="Forget"/>.</summary>
internal sealed class DenseIndexes(NpgsqlDataSource database, IEmbeddingModels models, TimeProvider time)
{
    /// <summary>What was read from the database is used for so long.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(2);

    private const string Read = """
        select i.id, i.dimension, i.model_key, i.settings,
            to_regclass('dense_' || i.id || '_graph') is not null,
            coalesce((select reltuples::bigint from pg_class where oid = to_regclass('dense_' || i.id)), 0)
        from embedding_index i where i.state = 'current'
        """;

    private Known _known = new(null, DateTimeOffset.MinValue);

    /// <summary>The index to search now; null where no model is set, or none is complete yet.</summary>
    public async ValueTask<CurrentDenseIndex?> CurrentAsync(CancellationToken cancellationToken)
    {
        if (models.Configured is null)
        {
            return null;
        }

        var known = Volatile.Read(ref _known);
        var now = time.GetUtcNow();
        if (now - known.At >= FreshFor)
        {
            known = new Known(await PostgresFailure.RetryAsync(ReadAsync, cancellationToken), now);
            Volatile.Write(ref _known, known);
        }

        return known.Index;
    }

    /// <summary>Makes the next caller read the database: something was switched.</summary>
    public void Forget() => Volatile.Write(ref _known, new Known(null, DateTimeOffset.MinValue));

    private async Task<CurrentDenseIndex?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Read);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) && ModelOf(row.GetString(2), row.GetString(3)) is { } model
            ? new CurrentDenseIndex(new DenseTable(row.GetInt64(0), row.GetInt32(1)), model, row.GetBoolean(4), row.GetInt64(5))
            : null;
    }

    private IEmbeddingModel? ModelOf(string key, string settings) =>
        models.Configured is { } model && string.Equals(model.Key, key, StringComparison.Ordinal) ? model : models.Reopen(settings);

    private sealed record Known(CurrentDenseIndex? Index, DateTimeOffset At);
}
