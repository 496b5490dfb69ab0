namespace BotKb.Knowledge;

/// <summary>A source and the state of its documents.</summary>
/// <param name="Id">Its row.</param>
/// <param name="KnowledgeBase">The name of its knowledge base.</param>
/// <param name="Kind">Which implementation reads it.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Settings">Its settings as JSON.</param>
/// <param name="SyncedAt">When its last complete sync ended.</param>
/// <param name="Failure">Why the last sync failed; null after a complete one.</param>
/// <param name="Documents">How many documents have each status.</param>
public sealed record SourceSummary(
    long Id,
    string KnowledgeBase,
    string Kind,
    string Location,
    string Settings,
    DateTimeOffset? SyncedAt,
    string? Failure,
    IReadOnlyDictionary<string, int> Documents);
