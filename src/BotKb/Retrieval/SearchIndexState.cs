namespace BotKb.Retrieval;

/// <summary>The state of the search's index in this host.</summary>
/// <param name="IsWarm">True once it is filled: questions are answered without waiting for it.</param>
/// <param name="Chunks">Chunks that can be found.</param>
/// <param name="Segments">The blocks that they lie in.</param>
/// <param name="Bytes">The memory that it takes, about.</param>
/// <param name="LastFill">How long it took to fill it; null before.</param>
/// <param name="CaughtUpAt">When it last equalled what was committed; null before it is warm.</param>
/// <param name="OldestTransaction">The age of the transaction that has been writing for longest; null where none is seen.</param>
public sealed record SearchIndexState(
    bool IsWarm, long Chunks, int Segments, long Bytes, TimeSpan? LastFill, DateTimeOffset? CaughtUpAt, TimeSpan? OldestTransaction);
