namespace BotKb.Data;

/// <summary>One message that was accepted, and its one visible end. This table is the inbox.</summary>
public sealed class Turn
{
    public long Id { get; set; }

    public long ConversationId { get; set; }

    public Conversation? Conversation { get; set; }

    public required string Channel { get; set; }

    public required string Tenant { get; set; }

    /// <summary>The channel's identity of the message; unique with channel and tenant, which makes redelivery harmless.</summary>
    public required string MessageId { get; set; }

    /// <summary>The channel's identity of the asker.</summary>
    public required string AskerId { get; set; }

    /// <summary>The asker's verified e-mail; null reads what everyone may.</summary>
    public string? AskerEmail { get; set; }

    public required string Question { get; set; }

    /// <summary>The question rewritten to stand alone; null where it did already.</summary>
    public string? StandaloneQuestion { get; set; }

    /// <summary>Rows of the knowledge bases that are asked.</summary>
    public required long[] KnowledgeBases { get; set; }

    /// <summary>One of <see cref="Conversations.TurnState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Raised before any outside effect; an attempt with an older number may neither post, edit nor commit.</summary>
    public int Attempt { get; set; }

    /// <summary>The channel's identities of the messages of the reply, saved before the first edit.</summary>
    public required string[] ReplyIds { get; set; }

    /// <summary>The whole text as it was shown last.</summary>
    public string? Answer { get; set; }

    /// <summary>JSON of the citations.</summary>
    public string? Citations { get; set; }

    /// <summary>JSON of how the answer came about.</summary>
    public string? Trace { get; set; }

    /// <summary>The id that a person is shown with an error.</summary>
    public string? FailureId { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset? StopRequestedAt { get; set; }

    public DateTimeOffset? FirstWordsAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
