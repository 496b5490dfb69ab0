namespace BotKb.Replies;

/// <summary>What a reply is at the moment.</summary>
public enum ReplyState
{
    /// <summary>More is to come.</summary>
    Streaming,

    /// <summary>Complete.</summary>
    Answered,

    /// <summary>Complete: there is no evidence for an answer.</summary>
    Refused,

    /// <summary>Something went wrong; the text says what, with an id.</summary>
    Failed,

    /// <summary>The asker stopped it.</summary>
    Stopped,
}
