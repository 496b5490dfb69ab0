namespace BotKb.Knowledge;

/// <summary>A knowledge base that a person may ask.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Name">Its name.</param>
public sealed record ReadableKnowledgeBase(long Id, string Name);
