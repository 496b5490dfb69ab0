namespace BotKb.WebConsole.Chat;

/// <summary>What the browser remembers of earlier visits.</summary>
/// <param name="KnowledgeBase">The row of the knowledge base that was asked last; null where there was none.</param>
/// <param name="IsQuoteNoteKnown">True where the person has read that answers are quoted.</param>
internal sealed record ChatMemory(long? KnowledgeBase, bool IsQuoteNoteKnown);
