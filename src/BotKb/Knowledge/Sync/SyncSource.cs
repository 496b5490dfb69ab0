using BotKb.Data;
using BotKb.Knowledge.Indexing;
using Npgsql;
using NpgsqlTypes;

namespace BotKb.Knowledge.Sync;

/// <summary>
/// Brings a knowledge base up to what its source holds now: lists the changes, saves them with the cursor, reads what is pending. Can be
/// stopped or killed anywhere; the next run goes on from what was committed.
/// </summary>
public sealed class SyncSource
{
    private readonly NpgsqlDataSource _database;
    private readonly Dictionary<string, IKnowledgeSourceKind> _kinds;
    private readonly ApplyChanges _apply;
    private readonly IndexPendingDocuments _index;
    private readonly TendFeed _feed;
    private readonly TimeProvider _time;

    /// <summary>A sync over the given database.</summary>
    public SyncSource(
        NpgsqlDataSource database, IEnumerable<IKnowledgeSourceKind> kinds, IDocumentExtractor extractor, QuestionsFirst questions, TimeProvider time)
    {
        _database = database;
        _kinds = kinds.ToDictionary(kind => kind.Kind, StringComparer.Ordinal);
        _apply = new ApplyChanges(database);
        _index = new IndexPendingDocuments(database, new IndexDocument(extractor, questions), new IndexWriter(database, time), questions);
        _feed = new TendFeed(database);
        _time = time;
    }

    /// <summary>Runs one sync to its end.</summary>
    /// <param name="sourceId">The source's row.</param>
    /// <param name="progress">Told after each step.</param>
    /// <param name="cancellationToken">Stops the run; what was committed stays.</param>
    /// <exception cref="BotKbException">The source cannot be read, or a newer run took over; the message is for the admin.</exception>
    public async Task<SyncOutcome> RunAsync(long sourceId, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var run = await SourceRun.BeginAsync(_database, sourceId, cancellationToken)
            ?? throw new BotKbException(FailureKind.GiveUp, "This source does not exist any more.");
        try
        {
            var source = _kinds.TryGetValue(run.Kind, out var kind)
                ? kind.Open(run.Settings)
                : throw new BotKbException(FailureKind.TellAdmin, $"This program cannot read sources of the kind '{run.Kind}'.");
            var outcome = await IndexAsync(
                run, source, await ListAsync(run, source, progress, cancellationToken), progress, cancellationToken);
            await _feed.RunAsync(outcome.Indexed + outcome.Removed, cancellationToken);
            await EndAsync(run, null, cancellationToken);
            return outcome;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or NpgsqlException))
        {
            await EndAsync(run, exception.Message, cancellationToken);
            throw;
        }
    }

    private async Task<SyncOutcome> ListAsync(
        SourceRun run, IKnowledgeSource source, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var changes = new SourceChanges();
        var unlisted = new List<string>();
        var found = 0;
        var removed = 0;
        await foreach (var change in source.ReadChangesAsync(run.Cursor, cancellationToken))
        {
            if (change is SourceChange.Checkpoint checkpoint)
            {
                removed += await PostgresFailure.RetryAsync(token => _apply.RunAsync(run, changes, checkpoint, token), cancellationToken);
                changes.Clear();
                continue;
            }

            changes.Add(change);
            found += change is SourceChange.Upserted or SourceChange.Failed ? 1 : 0;
            if (change is SourceChange.Unlisted folder)
            {
                unlisted.Add($"{folder.FolderPath}: {folder.Reason}");
            }

            progress?.Report(new SyncProgress(found, 0, 0));
        }

        return new SyncOutcome(found, removed, 0, 0, 0, unlisted);
    }

    private async Task<SyncOutcome> IndexAsync(
        SourceRun run, IKnowledgeSource source, SyncOutcome outcome, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var pending = await _index.CountAsync(run.SourceId, cancellationToken);
        var done = 0;
        progress?.Report(new SyncProgress(outcome.Found, pending, done));
        await foreach (var group in _index.RunAsync(run, source, cancellationToken))
        {
            done += group.Count;
            outcome = outcome with
            {
                Indexed = outcome.Indexed + group.Count(result => result.Status == DocumentStatus.Indexed && !result.Unchanged),
                Unchanged = outcome.Unchanged + group.Count(result => result.Unchanged),
                NotIndexed = outcome.NotIndexed + group.Count(result => result.Status != DocumentStatus.Indexed),
            };
            pending = Math.Max(pending, done);
            progress?.Report(new SyncProgress(outcome.Found, pending, done));
        }

        // Documents that went away meanwhile need not be read any more.
        progress?.Report(new SyncProgress(outcome.Found, pending, pending));

        return outcome;
    }

    private async Task EndAsync(SourceRun run, string? failure, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(
            "update source set failure = $3, synced_at = case when $3 is null then $4 else synced_at end where id = $1 and attempt = $2");
        command.Parameters.AddWithValue(run.SourceId);
        command.Parameters.AddWithValue(run.Attempt);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)failure ?? DBNull.Value);
        command.Parameters.AddWithValue(_time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
