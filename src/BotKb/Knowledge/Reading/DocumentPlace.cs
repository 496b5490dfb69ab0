namespace BotKb.Knowledge.Reading;

/// <summary>Where to open a document.</summary>
/// <param name="ChunkId">The passage to mark.</param>
/// <param name="Quote">Words to mark; they find their passage where it was made anew since it was cited.</param>
/// <param name="From">The position of a passage to show where none is to be marked or found.</param>
public sealed record DocumentPlace(long? ChunkId, string? Quote, int? From)
{
    /// <summary>The document's beginning.</summary>
    public static DocumentPlace Beginning { get; } = new(null, null, null);
}
