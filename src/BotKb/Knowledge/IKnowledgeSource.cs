namespace BotKb.Knowledge;

/// <summary>
/// A place that documents come from. Implementations are read-only towards the place, and report each problem with one item as
/// a <see cref="SourceChange.Failed"/>, not as an exception; an exception ends the run and nothing after the last checkpoint counts.
/// </summary>
public interface IKnowledgeSource
{
    /// <summary>Yields what changed since <paramref name="cursor"/>, ending in a <see cref="SourceChange.Checkpoint"/>.</summary>
    /// <param name="cursor">The cursor of the last checkpoint that was saved; null asks for everything.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    IAsyncEnumerable<SourceChange> ReadChangesAsync(string? cursor, CancellationToken cancellationToken);

    /// <summary>Opens the content of one item as it is now.</summary>
    /// <exception cref="SourceItemException">The item is gone, unreadable or outside the source; the message is for the admin.</exception>
    Task<Stream> OpenAsync(SourceItem item, CancellationToken cancellationToken);
}
