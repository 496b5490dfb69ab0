namespace BotKb.Data;

/// <summary>A place that a knowledge base takes documents from, and how far it was read.</summary>
public sealed class Source
{
    public long Id { get; set; }

    public long KnowledgeBaseId { get; set; }

    public KnowledgeBase? KnowledgeBase { get; set; }

    /// <summary>Which implementation reads it, e.g. <c>shared-drive</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>Where it is, e.g. a folder; unique within its knowledge base and kind.</summary>
    public required string Location { get; set; }

    /// <summary>What its implementation needs to know, as JSON; never a secret.</summary>
    public required string Settings { get; set; }

    /// <summary>Where the next run begins; saved together with the changes that led there.</summary>
    public string? Cursor { get; set; }

    /// <summary>Raised by each run before it does anything; a run with an older number may not commit.</summary>
    public long Attempt { get; set; }

    /// <summary>When the last complete run ended.</summary>
    public DateTimeOffset? SyncedAt { get; set; }

    /// <summary>Why the last run failed, for the admin; null after a complete one.</summary>
    public string? Failure { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
