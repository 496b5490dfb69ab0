namespace BotKb.Data;

/// <summary>What a person thought of an answer.</summary>
public sealed class Feedback
{
    public long TurnId { get; set; }

    public Turn? Turn { get; set; }

    /// <summary>The channel's identity of the person.</summary>
    public required string AskerId { get; set; }

    /// <summary>1 for a thumb up, -1 for a thumb down.</summary>
    public short Rating { get; set; }

    public required string Comment { get; set; }

    public DateTimeOffset GivenAt { get; set; }
}
