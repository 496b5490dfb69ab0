namespace BotKb.Conversations;

/// <summary>How far a turn has come. The last four are ends; a turn that has one never leaves it.</summary>
public static class TurnState
{
    /// <summary>Accepted; nothing was shown yet.</summary>
    public const string Received = "received";

    /// <summary>An attempt is under way.</summary>
    public const string Answering = "answering";

    /// <summary>Answered with citations, or as small talk.</summary>
    public const string Answered = "answered";

    /// <summary>The asker was told that there is no evidence.</summary>
    public const string Refused = "refused";

    /// <summary>The asker was told what went wrong, with an id.</summary>
    public const string Failed = "failed";

    /// <summary>The asker stopped it; what was shown until then stays.</summary>
    public const string Stopped = "stopped";
}
