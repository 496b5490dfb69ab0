namespace BotKb.Knowledge;

/// <summary>Which documents of a knowledge base to show.</summary>
/// <param name="KnowledgeBaseId">The knowledge base's row.</param>
/// <param name="SourceId">Of this source only; null for all.</param>
/// <param name="Status">With this status only; null for all.</param>
/// <param name="Text">Whose path or title holds this text, whatever its case; empty for all.</param>
public sealed record DocumentFilter(long KnowledgeBaseId, long? SourceId, string? Status, string Text);
