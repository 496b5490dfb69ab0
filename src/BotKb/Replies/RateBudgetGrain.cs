namespace BotKb.Replies;

/// <summary>Keeps the budget of one limit scope in memory: after a restart the platform's own refusals set it right.</summary>
internal sealed class RateBudgetGrain(TimeProvider time) : Grain, IRateBudgetGrain
{
    private RateWindow? _window;
    private RateLimit? _limit;

    public Task<TimeSpan> TakeAsync(RateLimit limit)
    {
        var now = time.GetUtcNow();
        return Task.FromResult(Window(limit).Grant(now) - now);
    }

    public Task<bool> IsOpenAsync(RateLimit limit) => Task.FromResult(Window(limit).IsOpen(time.GetUtcNow()));

    public Task CloseForAsync(RateLimit limit, TimeSpan duration)
    {
        Window(limit).CloseUntil(time.GetUtcNow() + duration);
        return Task.CompletedTask;
    }

    private RateWindow Window(RateLimit limit)
    {
        if (_window is null || _limit != limit)
        {
            (_window, _limit) = (new RateWindow(limit), limit);
        }

        return _window;
    }
}
