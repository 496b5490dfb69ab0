namespace BotKb.Replies;

/// <summary>
/// Counts calls in a sliding window: never more than the limit within any window, whatever the order of the requests. Not for
/// concurrent use.
/// </summary>
internal sealed class RateWindow(RateLimit limit)
{
    // Calls granted, oldest first; a time in the future is a promise.
    private readonly Queue<DateTimeOffset> _granted = new();
    private DateTimeOffset _closedUntil;

    /// <summary>Grants one call.</summary>
    /// <returns>When it may be made; <paramref name="now"/> at the earliest.</returns>
    public DateTimeOffset Grant(DateTimeOffset now)
    {
        while (_granted.TryPeek(out var oldest) && oldest + limit.Window <= now)
        {
            _granted.Dequeue();
        }

        var at = Later(now, _closedUntil);
        if (_granted.Count >= limit.Count)
        {
            at = Later(at, _granted.ElementAt(_granted.Count - limit.Count) + limit.Window);
        }

        _granted.Enqueue(at);
        return at;
    }

    /// <summary>True where a call may be made right now; takes nothing.</summary>
    public bool IsOpen(DateTimeOffset now) =>
        _closedUntil <= now && _granted.Count(at => at + limit.Window > now) < limit.Count;

    /// <summary>Lets nothing through before the given time: the platform said so.</summary>
    public void CloseUntil(DateTimeOffset time) => _closedUntil = Later(_closedUntil, time);

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
