namespace BotKb.Knowledge.Indexing;

/// <summary>
/// Knows whether this host is answering a question, and holds the work of indexing back meanwhile. However many questions come, indexing
/// keeps half of the time. Safe for concurrent use.
/// </summary>
public sealed class QuestionsFirst : IDisposable
{
    private static readonly TimeSpan ShortestStep = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(2);

    // A question waits for the processor at each of its steps unless a core is free.
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _quiet = new(true, spinCount: 0);
    private readonly TimeProvider _time;
    private readonly TimeSpan _patience;
    private long _lastAsked;
    private bool _wasAsked;
    private int _asked;
    private long _freeFrom;
    private bool _free;

    /// <summary>A gate of one host.</summary>
    public QuestionsFirst(TimeProvider time)
        : this(time, ShortestStep)
    {
    }

    internal QuestionsFirst(TimeProvider time, TimeSpan patience)
    {
        _time = time;
        _patience = patience;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _quiet.Dispose();
        _places.Dispose();
    }

    /// <summary>True while questions come: whatever cannot be interrupted should then be done in small pieces.</summary>
    internal bool AskedLately
    {
        get
        {
            lock (_gate)
            {
                return _asked > 0 || (_wasAsked && _time.GetElapsedTime(_lastAsked) < Lately);
            }
        }
    }

    /// <summary>A question begins; it ends when what is returned is disposed.</summary>
    internal IDisposable Enter()
    {
        lock (_gate)
        {
            (_lastAsked, _wasAsked) = (_time.GetTimestamp(), true);
            if (++_asked == 1)
            {
                _quiet.Reset();
            }
        }

        return new Question(this);
    }

    /// <summary>
    /// Does a piece of work. While questions come it begins between two of them, and no more pieces are done at once than half of the
    /// processor's cores.
    /// </summary>
    internal async Task<T> WorkAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (!AskedLately)
        {
            return await work();
        }

        await _places.WaitAsync(cancellationToken);
        try
        {
            await IndexingThreads.Shared.RunAsync(
                () =>
                {
                    Wait(cancellationToken);
                    return true;
                },
                cancellationToken);
            return await work();
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Blocks while questions are being answered; one step of the work may follow. For threads that have nothing else to do.</summary>
    internal void Wait(CancellationToken cancellationToken)
    {
        if (_quiet.IsSet || IsFree() || _quiet.Wait(_patience, cancellationToken))
        {
            return;
        }

        lock (_gate)
        {
            _freeFrom = _time.GetTimestamp();
            _free = true;
        }
    }

    // After a wait that found no end, nobody waits for as long again.
    private bool IsFree()
    {
        lock (_gate)
        {
            _free = _free && _time.GetElapsedTime(_freeFrom) < _patience;
            return _free;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_asked == 0)
            {
                _quiet.Set();
            }
        }
    }

    private sealed class Question(QuestionsFirst questions) : IDisposable
    {
        private QuestionsFirst? _questions = questions;

        public void Dispose() => Interlocked.Exchange(ref _questions, null)?.Leave();
    }
}
