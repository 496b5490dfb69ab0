using BotKb.Knowledge.Indexing;
using Npgsql;
using NpgsqlTypes;

namespace BotKb.Knowledge.Sync;

/// <summary>Writes the changes up to a checkpoint and the checkpoint's cursor in one transaction: both count, or neither.</summary>
internal sealed class ApplyChanges(NpgsqlDataSource database)
{
    /// <summary>Applies the changes; harmless when repeated.</summary>
    /// <returns>How many documents are gone.</returns>
    public async Task<int> RunAsync(
        SourceRun run, SourceChanges changes, SourceChange.Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await run.HoldAsync(connection, cancellationToken);
        await CopyItemsAsync(connection, changes, cancellationToken);
        await WithdrawBeforeOtherReadersAsync(connection, run, cancellationToken);
        await MergeAsync(connection, run, cancellationToken);
        var removed = await RemoveAsync(connection, run, changes, checkpoint.EverythingSeen, cancellationToken);
        await SaveCursorAsync(connection, run, checkpoint.Cursor, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return removed;
    }

    private static async Task CopyItemsAsync(NpgsqlConnection connection, SourceChanges changes, CancellationToken cancellationToken)
    {
        await using var create = new NpgsqlCommand(
            """
            create temp table item (
                item_id text, path text, version text, size bigint, modified_at timestamptz, title text, url text,
                scope_id bigint, reason text)
            on commit drop
            """,
            connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
        var scopes = new ScopeRows(connection);
        var rows = new List<ItemRow>(changes.Count);
        foreach (var change in changes.Items)
        {
            if (await ItemRow.OfAsync(change, scopes, cancellationToken) is { } row)
            {
                rows.Add(row);
            }
        }

        await using var copy = await connection.BeginBinaryImportAsync(
            "copy item (item_id, path, version, size, modified_at, title, url, scope_id, reason) from stdin (format binary)",
            cancellationToken);
        foreach (var row in rows)
        {
            await row.WriteAsync(copy, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    // Who may read a document now may never have been allowed to read what it held before: such passages go at once, and do not wait for
    // the new content to be read. A mere move or change of readers keeps them.
    private static async Task WithdrawBeforeOtherReadersAsync(
        NpgsqlConnection connection, SourceRun run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with withdrawn as (
                update document d set chunk_count = 0, content_hash = null from item i
                where d.source_id = $1 and d.item_id = i.item_id and d.chunk_count > 0 and d.scope_id <> i.scope_id
                    and (d.status = 'pending'
                        or (d.version <> i.version and (d.size, d.modified_at) is distinct from (i.size, i.modified_at)))
                returning d.id)
            delete from chunk using withdrawn where document_id = withdrawn.id
            """,
            connection);
        command.Parameters.AddWithValue(run.SourceId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // A document is read again when its content may have changed, when it would be read by newer rules, and when the last try may not
    // have been the last word. Rows that stay as they are are not written.
    private static async Task MergeAsync(NpgsqlConnection connection, SourceRun run, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into document as d (source_id, item_id, path, source_title, url, version, size, modified_at, scope_id,
                status, reason, tries, chunk_count, index_version)
            select $1, item_id, path, title, url, version, size, modified_at, scope_id,
                case when reason is null then 'pending' else 'skipped' end, coalesce(reason, ''), 0, 0, 0
            from item
            on conflict (source_id, item_id) do update set
                path = excluded.path, source_title = excluded.source_title, url = excluded.url, version = excluded.version,
                size = excluded.size, modified_at = excluded.modified_at, scope_id = excluded.scope_id,
                content_hash = case when excluded.status = 'skipped' or d.source_title is distinct from excluded.source_title
                    or d.index_version <> $2 then null else d.content_hash end,
                tries = case when d.version = excluded.version then d.tries else 0 end,
                status = case
                    when excluded.status = 'skipped' then 'skipped'
                    when d.version <> excluded.version or d.source_title is distinct from excluded.source_title
                        or d.status = 'skipped' or d.index_version <> $2 or (d.status = 'timeout' and d.tries < $3) then 'pending'
                    else d.status end,
                reason = case
                    when excluded.status = 'skipped' then excluded.reason
                    when d.version <> excluded.version or d.status = 'skipped' then ''
                    else d.reason end
            where (d.path, d.source_title, d.url, d.version, d.size, d.modified_at, d.scope_id)
                    is distinct from (excluded.path, excluded.source_title, excluded.url, excluded.version, excluded.size,
                        excluded.modified_at, excluded.scope_id)
                or (excluded.status = 'skipped' and (d.status <> 'skipped' or d.reason <> excluded.reason))
                or (excluded.status <> 'skipped'
                    and (d.status = 'skipped' or d.index_version <> $2 or (d.status = 'timeout' and d.tries < $3)));
            """,
            connection);
        command.Parameters.AddWithValue(run.SourceId);
        command.Parameters.AddWithValue(IndexVersion.Current);
        command.Parameters.AddWithValue(IndexPendingDocuments.MostTries);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await using var withdraw = new NpgsqlCommand(
            """
            with withdrawn as (
                update document set chunk_count = 0 where source_id = $1 and status = 'skipped' and chunk_count > 0 returning id)
            delete from chunk using withdrawn where document_id = withdrawn.id
            """,
            connection);
        withdraw.Parameters.AddWithValue(run.SourceId);
        await withdraw.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<int> RemoveAsync(
        NpgsqlConnection connection, SourceRun run, SourceChanges changes, bool everythingSeen, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            delete from document d where source_id = $1 and (
                item_id = any($2)
                or ($3 and not exists (select from item i where i.item_id = d.item_id)
                    and not exists (select from unnest($4) folder where d.path = folder or starts_with(d.path, folder || '/'))))
            """,
            connection);
        command.Parameters.AddWithValue(run.SourceId);
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Text, changes.Removed.ToArray());
        command.Parameters.AddWithValue(everythingSeen);
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Text, changes.Unlisted.Keys.ToArray());
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task SaveCursorAsync(
        NpgsqlConnection connection, SourceRun run, string? cursor, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("update source set cursor = $2 where id = $1", connection);
        command.Parameters.AddWithValue(run.SourceId);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)cursor ?? DBNull.Value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
