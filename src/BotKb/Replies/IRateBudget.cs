namespace BotKb.Replies;

/// <summary>The budgets that a reply spends.</summary>
internal interface IRateBudget
{
    /// <summary>Takes one call out of each budget and waits until it may be made.</summary>
    Task TakeAsync(IReadOnlyList<RateLimit> limits, CancellationToken cancellationToken);

    /// <summary>True where a call may be made right now; takes nothing.</summary>
    Task<bool> IsOpenAsync(IReadOnlyList<RateLimit> limits);

    /// <summary>The platform asked to be left alone for so long.</summary>
    Task CloseForAsync(IReadOnlyList<RateLimit> limits, TimeSpan time);
}
