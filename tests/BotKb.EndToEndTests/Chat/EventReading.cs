namespace BotKb.EndToEndTests.Chat;

/// <summary>Reads a stream of events up to the one that a test waits for.</summary>
internal static class EventReading
{
    /// <summary>All up to that one, with it.</summary>
    public static async Task<IReadOnlyList<T>> TakeUntilAsync<T>(
        this IAsyncEnumerable<T> events, Func<T, bool> isLast, CancellationToken cancellationToken)
    {
        var seen = new List<T>();
        await foreach (var one in events.WithCancellation(cancellationToken))
        {
            seen.Add(one);
            if (isLast(one))
            {
                return seen;
            }
        }

        throw new InvalidOperationException("The events ended too early.");
    }
}
