namespace BotKb.Data;

/// <summary>One thread of questions and answers, in order.</summary>
public sealed class Conversation
{
    public long Id { get; set; }

    /// <summary>The channel's name, e.g. <c>web</c>.</summary>
    public required string Channel { get; set; }

    /// <summary>The workspace, directory or corporation in the channel; empty where the channel has none.</summary>
    public required string Tenant { get; set; }

    /// <summary>The channel's own identity of the thread.</summary>
    public required string Key { get; set; }

    /// <summary>The verified e-mail of the only person who sees it; null for a thread with several people.</summary>
    public string? OwnerEmail { get; set; }

    /// <summary>The first question, shortened.</summary>
    public required string Title { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset LastTurnAt { get; set; }
}
