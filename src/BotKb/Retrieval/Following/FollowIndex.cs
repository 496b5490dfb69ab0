using BotKb.Access;
using BotKb.Data;
using BotKb.Retrieval.Lexical;

namespace BotKb.Retrieval.Following;

/// <summary>
/// Keeps this host's lexical index equal to what PostgreSQL has committed: before each search it asks for what is new since its last visit.
/// Searches that ask at the same time share a visit. Large segments are merged in the background.
/// </summary>
internal sealed class FollowIndex(
    ReadPermissions permissions, FillIndex fill, ReadChanges changes, OldestTransaction oldest, TimeProvider time)
    : ISearchIndex, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly SharedRun _visits = new();
    private readonly Lock _showing = new();
    private Task _merging = Task.CompletedTask;
    private FollowedIndex? _followed;
    private LexicalSnapshot? _shown;
    private bool _reading;
    private bool _warm;
    private long _rows;
    private long _fillTicks;
    private long _caughtUpTicks;

    /// <inheritdoc/>
    public bool IsWarm => Volatile.Read(ref _warm);

    /// <summary>Catches up, and says what the reader may search.</summary>
    public async Task<SearchView> ViewAsync(IReadOnlyList<long> knowledgeBases, Reader reader, CancellationToken cancellationToken)
    {
        var permitted = permissions.RunAsync(knowledgeBases, reader, cancellationToken);
        var shown = CaughtUpAsync(cancellationToken);
        await Task.WhenAll(permitted, shown);
        var (sources, scopes) = await permitted;
        return new SearchView(await shown, sources, scopes);
    }

    /// <inheritdoc/>
    public async Task<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        var before = Interlocked.Read(ref _rows);
        await _visits.RunAsync(VisitAsync, cancellationToken);
        return Interlocked.Read(ref _rows) != before;
    }

    /// <inheritdoc/>
    public async Task<SearchIndexState> StateAsync(CancellationToken cancellationToken)
    {
        var index = Volatile.Read(ref _followed)?.Index;
        var snapshot = index?.Current;
        var (filled, caughtUp) = (Interlocked.Read(ref _fillTicks), Interlocked.Read(ref _caughtUpTicks));
        return new SearchIndexState(
            IsWarm,
            snapshot?.ChunkCount ?? 0,
            snapshot?.SegmentCount ?? 0,
            index?.EstimatedBytes ?? 0,
            filled == 0 ? null : TimeSpan.FromTicks(filled),
            caughtUp == 0 ? null : new DateTimeOffset(caughtUp, TimeSpan.Zero),
            await oldest.AgeAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested)
        {
            await _stop.CancelAsync();
            await _visits.IdleAsync();
            await _merging;
            _stop.Dispose();
        }
    }

    private async Task<LexicalSnapshot> CaughtUpAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await CatchUpAsync(cancellationToken);
            if (Volatile.Read(ref _shown) is { } shown)
            {
                return shown;
            }

            // The next visit has begun already, and fills anew.
        }
    }

    private async Task VisitAsync()
    {
        var now = time.GetUtcNow();
        lock (_showing)
        {
            _reading = true;
        }

        var read = _followed is { } followed ? await changes.RunAsync(followed, _stop.Token) : null;
        var (reached, rows) = read ?? (await FillAsync(), 1);
        Volatile.Write(ref _followed, reached);
        Show(reached, isRead: true);
        Volatile.Write(ref _warm, true);
        Interlocked.Add(ref _rows, rows);
        Interlocked.Exchange(ref _caughtUpTicks, now.UtcTicks);
        if (rows > 0 && _merging.IsCompleted)
        {
            _merging = Task.Run(() => Merge(reached), CancellationToken.None);
        }
    }

    private async Task<FollowedIndex> FillAsync()
    {
        // What was held goes first: there may not be memory for both.
        Volatile.Write(ref _warm, false);
        Volatile.Write(ref _followed, null);
        Volatile.Write(ref _shown, null);
        var start = time.GetTimestamp();
        var filled = await fill.RunAsync(_stop.Token);
        Interlocked.Exchange(ref _fillTicks, time.GetElapsedTime(start).Ticks + 1);
        return filled;
    }

    // Searches see the index as it is between two visits: within one, the deletions of a large change are there before what replaces them.
    private void Show(FollowedIndex followed, bool isRead)
    {
        lock (_showing)
        {
            _reading &= !isRead;
            if (!_reading && ReferenceEquals(followed.Index, _followed?.Index))
            {
                Volatile.Write(ref _shown, followed.Index.Current);
            }
        }
    }

    private void Merge(FollowedIndex followed)
    {
        while (!_stop.IsCancellationRequested && followed.Index.MergeOnce())
        {
            Show(followed, isRead: false);
        }
    }
}
