namespace BotKb.Replies;

/// <summary>Spends the budgets that the grains keep.</summary>
internal sealed class RateBudget(IGrainFactory grains, TimeProvider time) : IRateBudget
{
    public async Task TakeAsync(IReadOnlyList<RateLimit> limits, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.Zero;
        foreach (var limit in limits)
        {
            var own = await Of(limit).TakeAsync(limit);
            wait = own > wait ? own : wait;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    public async Task<bool> IsOpenAsync(IReadOnlyList<RateLimit> limits)
    {
        foreach (var limit in limits)
        {
            if (!await Of(limit).IsOpenAsync(limit))
            {
                return false;
            }
        }

        return true;
    }

    public async Task CloseForAsync(IReadOnlyList<RateLimit> limits, TimeSpan duration)
    {
        foreach (var limit in limits)
        {
            await Of(limit).CloseForAsync(limit, duration);
        }
    }

    private IRateBudgetGrain Of(RateLimit limit) => grains.GetGrain<IRateBudgetGrain>(limit.Scope);
}
