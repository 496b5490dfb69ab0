namespace BotKb.Knowledge.Sync;

/// <summary>A sync that waits or runs in this host.</summary>
/// <param name="IsRunning">False while it waits for its turn.</param>
/// <param name="Again">True where another run was asked for meanwhile.</param>
/// <param name="Progress">How far it is.</param>
public sealed record SyncRunState(bool IsRunning, bool Again, SyncProgress Progress)
{
    /// <summary>It waits for its turn.</summary>
    internal static SyncRunState Waiting { get; } = new(false, false, new SyncProgress(0, 0, 0));
}
