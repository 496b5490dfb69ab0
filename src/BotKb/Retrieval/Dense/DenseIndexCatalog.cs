using System.Globalization;
using Npgsql;

namespace BotKb.Retrieval.Dense;

/// <summary>Makes, switches and drops indexes of vectors. Each step is one transaction, so that a kill between two leaves a state that the next visit goes on from.</summary>
internal sealed class DenseIndexCatalog(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>A search may have learnt of an index so long ago, and still be asking it.</summary>
    private static readonly TimeSpan RetiredFor = DenseIndexes.FreshFor * 5;

    // Before, building in parallel could overflow a buffer, and cleaning up after deletions could damage a graph.
    private static readonly Version SafeParallelBuilds = new(0, 8, 2);
    private static readonly Version SafeVacuum = new(0, 8, 4);

    // The first that goes on where a walk has met too little that the reader may see.
    private static readonly Version Oldest = new(0, 8, 0);

    /// <summary>
    /// The index of a model, searched or being built; a new one has no dimension and no table yet. Any other one that is being built is
    /// given up.
    /// </summary>
    /// <param name="model">The configured model.</param>
    /// <param name="since">When this host read its settings.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BotKbException">Another host, with other settings, has begun or switched to another model since.</exception>
    public async Task<(DenseTable Table, string State)> OpenAsync(
        IEmbeddingModel model, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await RequireSameSettingsAsync(model, since, cancellationToken);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "update embedding_index set state = 'retired', since = $2 where state = 'building' and model_key <> $1")
        {
            Parameters = { new() { Value = model.Key }, new() { Value = time.GetUtcNow() } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            insert into embedding_index (model_key, settings, dimension, state, since)
            select $1, $2, 0, 'building', $3
            where not exists (select from embedding_index where model_key = $1 and state in ('building', 'current'))
            """)
        {
            Parameters = { new() { Value = model.Key }, new() { Value = model.Settings }, new() { Value = time.GetUtcNow() } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "select id, dimension, state from embedding_index where model_key = $1 and state in ('building', 'current') order by state desc limit 1")
        {
            Parameters = { new() { Value = model.Key } },
        });
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (new DenseTable(row.GetInt64(0), row.GetInt32(1)), row.GetString(2));
    }

    /// <summary>Gives a new index its table.</summary>
    /// <exception cref="BotKbException">PostgreSQL has no pgvector, or the vectors are too long for it.</exception>
    public async Task CreateTableAsync(DenseTable table, CancellationToken cancellationToken)
    {
        if (table.Dimension > DenseTable.MostComponents)
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                $"The embedding model gives vectors of {table.Dimension} numbers, but at most {DenseTable.MostComponents} can be indexed; "
                + "set its Embedding:Dimensions.");
        }

        await EnsureExtensionAsync(cancellationToken);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("update embedding_index set dimension = $2 where id = $1")
        {
            Parameters = { new() { Value = table.Id }, new() { Value = table.Dimension } },
        });
        IEnumerable<string> uncleaned = await VersionAsync(cancellationToken) < SafeVacuum ? [$"alter table {table.Name} set (autovacuum_enabled = off)"] : [];
        foreach (var statement in table.Create.Concat(uncleaned))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Makes a complete index the one that is searched.</summary>
    public async Task SwitchAsync(DenseTable table, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            update embedding_index set state = 'retired', since = $1
            where state = 'current' and exists (select from embedding_index where id = $2 and state = 'building')
            """)
        {
            Parameters = { new() { Value = time.GetUtcNow() }, new() { Value = table.Id } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "update embedding_index set state = 'current', since = $1, failure = null where id = $2 and state = 'building'")
        {
            Parameters = { new() { Value = time.GetUtcNow() }, new() { Value = table.Id } },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Gives an index up; the next visit begins another one.</summary>
    public async Task RetireAsync(DenseTable table, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("update embedding_index set state = 'retired', since = $2 where id = $1");
        command.Parameters.AddWithValue(table.Id);
        command.Parameters.AddWithValue(time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Builds the graph after the rows: a hundred times faster than row by row.</summary>
    /// <param name="table">Where.</param>
    /// <param name="rows">About how many vectors there are; the build wants them all in memory.</param>
    /// <param name="cancellationToken">Ends it; nothing is left of it then.</param>
    public async Task BuildGraphAsync(DenseTable table, long rows, CancellationToken cancellationToken)
    {
        var safe = await VersionAsync(cancellationToken) >= SafeParallelBuilds;
        await using var batch = database.CreateBatch();
        batch.Timeout = 0;
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            select set_config('maintenance_work_mem', $1, true),
                set_config('max_parallel_maintenance_workers', case when $2 then current_setting('max_parallel_maintenance_workers') else '0' end, true)
            """)
        {
            Parameters = { new() { Value = $"{WorkMegabytes(table, rows)}MB" }, new() { Value = safe } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(table.CreateGraph));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Takes the graph away, before it is built anew, and what was deleted with it.</summary>
    public async Task DropGraphAsync(DenseTable table, CancellationToken cancellationToken)
    {
        await ExecuteAsync($"drop index if exists {table.Graph}", cancellationToken);
        await using var vacuum = database.CreateCommand($"vacuum {table.Name}");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Tells the planner, and the searches, how large the table has become.</summary>
    public async Task AnalyzeAsync(DenseTable table, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"analyze {table.Name}");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// About how large an index is, without a walk through it; <c>Uncleared</c> are the deleted rows where nobody else clears them away.
    /// </summary>
    public async Task<(bool Exists, bool HasGraph, long Rows, long Uncleared)> SizeAsync(DenseTable table, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select to_regclass($2) is not null, greatest(0, c.reltuples::bigint),
                case when 'autovacuum_enabled=off' = any(c.reloptions) then coalesce(pg_stat_get_dead_tuples(c.oid), 0) else 0 end
            from pg_class c where c.oid = to_regclass($1)
            """);
        command.Parameters.AddWithValue(table.Name);
        command.Parameters.AddWithValue(table.Graph);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? (true, row.GetBoolean(0), row.GetInt64(1), row.GetInt64(2)) : default;
    }

    /// <summary>Vectors and refused texts; exact.</summary>
    public async Task<long> CountAsync(DenseTable table, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select count(*) from {table.Name}");
        command.CommandTimeout = 0;
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Keeps for the admin why an index does not get on; null: it does.</summary>
    public async Task SetFailureAsync(string modelKey, string? failure, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update embedding_index set failure = $2 where model_key = $1 and state <> 'retired' and failure is distinct from $2");
        command.Parameters.AddWithValue(modelKey);
        command.Parameters.Add(new() { Value = (object?)failure ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Drops what was retired long enough ago.</summary>
    public async Task DropRetiredAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await RetiredAsync(cancellationToken))
        {
            await using var batch = database.CreateBatch();
            batch.BatchCommands.Add(new NpgsqlBatchCommand(string.Create(CultureInfo.InvariantCulture, $"drop table if exists dense_{id}")));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from embedding_index where id = $1") { Parameters = { new() { Value = id } } });
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task<List<long>> RetiredAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select id from embedding_index where state = 'retired' and since < $1");
        command.Parameters.AddWithValue(time.GetUtcNow() - RetiredFor);
        var ids = new List<long>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            ids.Add(rows.GetInt64(0));
        }

        return ids;
    }

    private async Task EnsureExtensionAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync("create extension if not exists vector", cancellationToken);
        }
        catch (PostgresException exception)
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                $"PostgreSQL has no pgvector for this database ({exception.MessageText}); install it and run 'create extension vector' there "
                + "as a superuser, or take Retrieval:EmbeddingModel out of the settings.",
                exception);
        }

        var version = await VersionAsync(cancellationToken);
        if (version < Oldest)
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                $"Search by meaning needs pgvector {Oldest} or newer, this database has {version}; install a newer one and run "
                + "'alter extension vector update' there, or take Retrieval:EmbeddingModel out of the settings.");
        }
    }

    private async Task RequireSameSettingsAsync(IEmbeddingModel model, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select exists (select from embedding_index where model_key <> $1 and state in ('building', 'current') and since > $2)");
        command.Parameters.AddWithValue(model.Key);
        command.Parameters.AddWithValue(since);
        if ((bool)(await command.ExecuteScalarAsync(cancellationToken))!)
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                $"Another host of this database uses another embedding model than {model.Name}; give all hosts the same Retrieval:EmbeddingModel "
                + "and its settings, and restart this one.");
        }
    }

    private async Task<Version> VersionAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select extversion from pg_extension where extname = 'vector'");
        return Version.TryParse((string?)await command.ExecuteScalarAsync(cancellationToken), out var version) ? version : new Version(0, 0);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // A node takes its vector and its neighbours; a build that does not fit goes on, only slower.
    private static long WorkMegabytes(DenseTable table, long rows)
    {
        const long bytesOfNeighbours = 600;
        const long megabyte = 1 << 20;
        var wanted = rows * (table.Bytes + bytesOfNeighbours) * 5 / 4 / megabyte;
        var most = Math.Max(64, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 / megabyte);
        return Math.Clamp(wanted, 64, most);
    }
}
