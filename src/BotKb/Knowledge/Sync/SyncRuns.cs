using System.Collections.Concurrent;
using System.Threading.Channels;
using BotKb.Data;
using Microsoft.Extensions.Logging;

namespace BotKb.Knowledge.Sync;

/// <summary>
/// The syncs of this host: at most two sources at a time, and never the same one twice. Whoever asks for a source that is being read gets
/// another run after this one, as it may have changed since. Safe for concurrent use.
/// </summary>
public sealed class SyncRuns(SyncSource sync, ILogger<SyncRuns> logger)
{
    private const int AtOnce = 2;

    private readonly Channel<long> _waiting = Channel.CreateUnbounded<long>();
    private readonly ConcurrentDictionary<long, SyncRunState> _states = [];

    /// <summary>Asks for a sync of a source; does nothing where it waits for one already.</summary>
    public void Add(long sourceId)
    {
        var state = _states.AddOrUpdate(sourceId, _ => SyncRunState.Waiting, (_, known) => known with { Again = known.IsRunning });
        if (ReferenceEquals(state, SyncRunState.Waiting))
        {
            _waiting.Writer.TryWrite(sourceId);
        }
    }

    /// <summary>What a source is doing in this host now; null where it neither waits nor is read.</summary>
    public SyncRunState? StateOf(long sourceId) => _states.GetValueOrDefault(sourceId);

    /// <summary>Runs the syncs until it is stopped. One caller only.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(cancellationToken)));

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await foreach (var source in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            _states[source] = new SyncRunState(true, false, new SyncProgress(0, 0, 0));
            try
            {
                await RunOneAsync(source, cancellationToken);
            }
            finally
            {
                End(source);
            }
        }
    }

    private async Task RunOneAsync(long source, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await sync.RunAsync(source, new Progress(this, source), cancellationToken);
            logger.Synced(source, outcome.Found, outcome.Indexed, outcome.NotIndexed, outcome.Removed);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What a sentence explains needs no stack trace.
            var known = exception as BotKbException ?? PostgresFailure.Describe(exception);
            logger.SyncFailed(known is null ? exception : null, source, known?.Message ?? exception.Message);
        }
    }

    private void End(long source)
    {
        if (_states.TryRemove(source, out var ended) && ended.Again)
        {
            Add(source);
        }
    }

    private sealed class Progress(SyncRuns runs, long source) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value) => runs._states.AddOrUpdate(
            source, _ => new SyncRunState(true, false, value), (_, known) => known with { IsRunning = true, Progress = value });
    }
}
