namespace BotKb.Answering;

/// <summary>A candidate of an answer and what became of it.</summary>
/// <param name="ChunkId">The passage's row.</param>
/// <param name="DocumentId">Its document's row.</param>
/// <param name="Score">Its score within this search.</param>
/// <param name="Use"><c>cited</c>, <c>given</c> (to the model), or why it was dropped: <c>budget</c>, <c>not chosen</c>.</param>
/// <param name="Similarity">How near its meaning is to the question; null where it was found by its words alone.</param>
public sealed record TracedPassage(long ChunkId, long DocumentId, double Score, string Use, double? Similarity = null);
