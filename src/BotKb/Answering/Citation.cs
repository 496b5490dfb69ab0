using BotKb.Retrieval;

namespace BotKb.Answering;

/// <summary>Where a statement comes from.</summary>
/// <param name="Passage">The passage that was retrieved.</param>
/// <param name="Quote">The words of the passage that support the statement.</param>
public sealed record Citation(Passage Passage, string Quote);
