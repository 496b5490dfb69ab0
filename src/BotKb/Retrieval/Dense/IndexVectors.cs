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

    private readonly NpgsqlDataSource _database;
    private readonly IEmbeddingModels _models;
    private readonly DenseIndexes _indexes;
    private readonly DenseIndexCatalog _catalog;
    private readonly MissingVectors _missing;
    private readonly TimeProvider _time;
    private readonly ILogger<IndexVectors> _logger;
    private DenseTable? _visited;
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
        catch (Exception exception) when (exception is ModelException or BotKbException)
        {
            await _catalog.SetFailureAsync(model.Key, exception.Message, cancellationToken);
            throw;
        }
        finally
        {
            await AskAsync(holder, "select pg_advisory_unlock($1)", CancellationToken.None);
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
        var (table, state) = await _catalog.OpenAsync(model, cancellationToken);
        if (table.Dimension == 0)
        {
            table = table with { Dimension = await DimensionAsync(model, cancellationToken) };
            await _catalog.CreateTableAsync(table, cancellationToken);
        }

        var mark = await MarkAsync(cancellationToken);
        var isFirst = table != _visited || !mark.Continues(_epoch, _cursor);
        if (isFirst)
        {
            (_visited, _cursor, _epoch) = (null, ChangeCursor.Start, mark.Epoch);
        }

        var cleared = await MakeRoomAsync(table, cancellationToken);
        if (await CatchUpAsync(model, table, cancellationToken) > 0 || cleared || isFirst)
        {
            await BuildGraphAsync(table, cancellationToken);
        }

        _visited = table;
        if (state == DenseIndexState.Building)
        {
            await CatchUpAsync(model, table, cancellationToken);
            await _catalog.SwitchAsync(table, cancellationToken);
            _indexes.Forget();
            _logger.Switched(table.Id);
        }
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
        var added = await _missing.FillAsync(model, table, _cursor, cancellationToken);

        // Only now: what a changed document has kept was taken from the rows of its version before.
        var removed = await _missing.RemoveOrphansAsync(table, _cursor, cancellationToken);
        _cursor = now;
        if (added > 0)
        {
            _logger.Filled(table.Id, added);
        }

        return added + removed;
    }

    private async Task<FeedMark> MarkAsync(CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand($"select {FeedMark.Columns} from feed_mark");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return FeedMark.Read(row, 0);
    }

    private async Task BuildGraphAsync(DenseTable table, CancellationToken cancellationToken)
    {
        var rows = await _catalog.CountAsync(table, cancellationToken);
        if (rows > DenseSearch.MostExact && !(await _catalog.SizeAsync(table, cancellationToken)).HasGraph)
        {
            await _catalog.BuildGraphAsync(table, rows, cancellationToken);
        }

        await _catalog.AnalyzeAsync(table, cancellationToken);
        _indexes.Forget();
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(WorkLock);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
