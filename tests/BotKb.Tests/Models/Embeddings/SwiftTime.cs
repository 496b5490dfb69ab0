using System.Collections.Concurrent;

namespace BotKb.Tests.Models.Embeddings;

/// <summary>Time in which nobody waits: what would take less than a minute takes a hundredth. Longer limits stay as they are.</summary>
internal sealed class SwiftTime : TimeProvider
{
    private const double Haste = 100;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    /// <summary>What was waited for, as asked.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime >= LongestWait)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        _waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, dueTime / Haste, period);
    }
}
