namespace BotKb.Knowledge;

/// <summary>A knowledge base and what it holds.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sources">How many sources feed it.</param>
/// <param name="Documents">How many documents it knows.</param>
/// <param name="Indexed">How many of them can be found.</param>
/// <param name="Chunks">How many passages they have.</param>
public sealed record KnowledgeBaseSummary(long Id, string Name, int Sources, int Documents, int Indexed, long Chunks);
