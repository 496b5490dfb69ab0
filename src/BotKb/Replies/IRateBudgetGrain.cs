namespace BotKb.Replies;

/// <summary>The budget of one limit scope, shared by every host; its key is <see cref="RateLimit.Scope"/>.</summary>
internal interface IRateBudgetGrain : IGrainWithStringKey
{
    /// <summary>Takes one call out of the budget.</summary>
    /// <returns>How long the caller waits before making it.</returns>
    Task<TimeSpan> TakeAsync(RateLimit limit);

    /// <summary>True where a call may be made right now; takes nothing.</summary>
    Task<bool> IsOpenAsync(RateLimit limit);

    /// <summary>The platform asked to be left alone for so long.</summary>
    Task CloseForAsync(RateLimit limit, TimeSpan time);
}
