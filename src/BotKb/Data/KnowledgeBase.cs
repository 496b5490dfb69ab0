namespace BotKb.Data;

/// <summary>A named collection of sources that questions are asked of.</summary>
public sealed class KnowledgeBase
{
    public long Id { get; set; }

    /// <summary>Unique, whatever its case.</summary>
    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public ICollection<Source> Sources { get; } = [];
}
