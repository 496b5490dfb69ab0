using BotKb.Answering;
using BotKb.Data;
using BotKb.Retrieval.Following;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BotKb.Retrieval.Dense;

/// <summary>
/// Keeps the vectors of the configured embedding model equal to the chunks: the index of a new model is built beside the one that is
/// searched and takes over when nothing is missing. One host at a time works; killed anywhere, the next visit goes on from what was
/// committed. Without a model it does nothing.
/// </summary>
public sealed class IndexVectors
{
    // Known to every host of a database: whoever holds it works.
    private const long WorkLock = 0x626F746B62_01;

    private const int DeletedShare = 5;
    private const int AnalyzedShare = 10;

    private readonly NpgsqlDataSource _database;
    private readonly IEmbeddingModels _models;
    private readonly DenseIndexes _indexes;
    private readonly DenseIndexCatalog _catalog;
    private readonly MissingVectors _missing;
    private readonly TimeProvider _time;
    private readonly ILogger<IndexVectors> _logger;
    private readonly DateTimeOffset _since;
    private DenseTable? _visited;
    private long _unanalyzed;
    private string _epoch = "";
    private ChangeCursor _cursor = ChangeCursor.Start;

    internal IndexVectors(NpgsqlDataSource database, IEmbeddingModels models, DenseIndexes indexes, TimeProvider time, ILogger<IndexVectors> logger)
    {
        _database = database;
        _models = models;
        _indexes = indexes;
        _catalog = new DenseIndexCatalog(database, time);
        _missing = new MissingVectors(database);
        _time = time;
        _logger = logger;
        _since = time.GetUtcNow();
    }

    /// <summary>Brings the vectors up to everything committed before the call.</summary>
    /// <returns>False where no model is set, or another host is at work.</returns>
    /// <exception cref="ModelException">The model fails; what was embedded before is kept.</exception>
    /// <exception cref="BotKbException">PostgreSQL cannot keep such vectors; the message is for the admin.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (_models.Configured is not { } model)
        {
            return false;
        }

        await using var holder = await _database.OpenConnectionAsync(cancellationToken);
        if (!await AskAsync(holder, "select pg_try_advisory_lock($1)", cancellationToken))
        {
            return false;
        }

        try
        {
            await VisitAsync(model, cancellationToken);
            await _catalog.SetFailureAsync(model.Key, null, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is ModelException or BotKbException or PostgresException)
        {
            _visited = exception is PostgresException ? null : _visited;
            await _catalog.SetFailureAsync(model.Key, PostgresFailure.Describe(exception)?.Message ?? exception.Message, cancellationToken);
            throw;
        }
        catch (NpgsqlException)
        {
            // A server that crashed may give the numbers of its last transactions again.
            _visited = null;
            throw;
        }
        finally
        {
            await UnlockAsync(holder);
        }
    }

    /// <summary>The same, and waits where another host is at work, so that everything committed before the call has its vectors.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        while (_models.Configured is not null && !await RunAsync(cancellationToken))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), _time, cancellationToken);
        }
    }

    private async Task VisitAsync(IEmbeddingModel model, CancellationToken cancellationToken)
    {
        await _catalog.DropRetiredAsync(cancellationToken);
        var (table, state) = await OpenAsync(model, cancellationToken);
        var mark = await MarkAsync(cancellationToken);
        var isFirst = table != _visited || !mark.Continues(_epoch, _cursor);
        if (isFirst)
        {
            (_visited, _cursor, _epoch) = (null, ChangeCursor.Start, mark.Epoch);
        }

        var cleared = await MakeRoomAsync(table, cancellationToken);
        var changed = await CatchUpAsync(model, table, cancellationToken);
        await BuildGraphAsync(table, changed, isFirst || cleared, cancellationToken);
        _visited = table;
        if (state == DenseIndexState.Building)
        {
            await CatchUpAsync(model, table, cancellationToken);
            await _catalog.SwitchAsync(table, cancellationToken);
            _indexes.Forget();
            _logger.Switched(table.Id);
        }
    }

    private async Task<(DenseTable Table, string State)> OpenAsync(IEmbeddingModel model, CancellationToken cancellationToken)
    {
        var (table, state) = await _catalog.OpenAsync(model, _since, cancellationToken);
        if (table.Dimension > 0 && !(await _catalog.SizeAsync(table, cancellationToken)).Exists)
        {
            // A restored database may lack what can be made again.
            await _catalog.RetireAsync(table, cancellationToken);
            (table, state) = await _catalog.OpenAsync(model, _since, cancellationToken);
        }

        if (table.Dimension == 0)
        {
            table = table with { Dimension = await DimensionAsync(model, cancellationToken) };
            await _catalog.CreateTableAsync(table, cancellationToken);
        }

        return (table, state);
    }

    private static async Task<int> DimensionAsync(IEmbeddingModel model, CancellationToken cancellationToken)
    {
        // Any text tells how long the vectors are.
        var probe = await model.EmbedPassagesAsync(["BotKb"], cancellationToken);
        return probe is [{ Vector: { } vector }]
            ? vector.Length
            : throw new BotKbException(FailureKind.TellAdmin, $"The embedding model refuses even the shortest text: {probe[0].Reason}");
    }

    // A graph takes new rows a hundred times more slowly than it is built, and deleted ones lie in the way of every walk.
    private async Task<bool> MakeRoomAsync(DenseTable table, CancellationToken cancellationToken)
    {
        var size = await _catalog.SizeAsync(table, cancellationToken);
        if (!size.HasGraph)
        {
            return false;
        }

        var missing = await _missing.CountAsync(table, _cursor, (int)Math.Min(size.Rows + 1, int.MaxValue), cancellationToken);
        var crowded = missing > Math.Max(size.Rows, DenseSearch.MostExact)
            || size.Uncleared > Math.Max(size.Rows / DeletedShare, DenseSearch.MostExact);
        if (crowded)
        {
            await _catalog.DropGraphAsync(table, cancellationToken);
            _indexes.Forget();
        }

        return crowded;
    }

    private async Task<long> CatchUpAsync(IEmbeddingModel model, DenseTable table, CancellationToken cancellationToken)
    {
        // Before the rows are read: what is committed in between comes again, and is there already.
        var now = (await MarkAsync(cancellationToken)).Cursor;
        var added = await FillAsync(model, table, cancellationToken);

        // Only now: what a changed document has kept was taken from the rows of its version before.
        var removed = await _missing.RemoveOrphansAsync(table, _cursor, cancellationToken);
        if (!(await MarkAsync(cancellationToken)).Continues(_epoch, _cursor))
        {
            // Deletions may have left the feed before they were read.
            removed += await _missing.RemoveOrphansAsync(table, ChangeCursor.Start, cancellationToken);
        }

        _cursor = now;
        if (added > 0)
        {
            _logger.Filled(table.Id, added);
        }

        return added + removed;
    }

    private async Task<long> FillAsync(IEmbeddingModel model, DenseTable table, CancellationToken cancellationToken)
    {
        try
        {
            return await _missing.FillAsync(model, table, _cursor, cancellationToken);
        }
        catch (DimensionChangedException exception)
        {
            // One answer may be wrong; a model that stays with it is another one, whose questions fit no row of this index.
            var isOther = await DimensionAsync(model, cancellationToken) == exception.Given;
            if (isOther)
            {
                await _catalog.RetireAsync(table, cancellationToken);
                _indexes.Forget();
            }

            throw new BotKbException(FailureKind.Retry, isOther ? $"{exception.Message} A new index is built." : exception.Message, exception);
        }
    }

    private async Task<FeedMark> MarkAsync(CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand($"select {FeedMark.Columns} from feed_mark");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return FeedMark.Read(row, 0);
    }

    private async Task BuildGraphAsync(DenseTable table, long changed, bool isUnknown, CancellationToken cancellationToken)
    {
        _unanalyzed += changed;
        var size = await _catalog.SizeAsync(table, cancellationToken);
        if (!size.HasGraph && (changed > 0 || isUnknown)
            && await _catalog.CountAsync(table, cancellationToken) is var rows && rows > DenseSearch.MostExact)
        {
            await _catalog.BuildGraphAsync(table, rows, cancellationToken);
            _indexes.Forget();
        }

        if (_unanalyzed > size.Rows / AnalyzedShare || isUnknown)
        {
            await _catalog.AnalyzeAsync(table, cancellationToken);
            _unanalyzed = 0;
        }
    }

    private static async Task UnlockAsync(NpgsqlConnection holder)
    {
        try
        {
            await AskAsync(holder, "select pg_advisory_unlock($1)", CancellationToken.None);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            // The connection is broken, and the lock went with it.
        }
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(WorkLock);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
