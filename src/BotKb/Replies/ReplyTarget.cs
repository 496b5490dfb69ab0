namespace BotKb.Replies;

/// <summary>Where a reply goes.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Tenant">The workspace, directory or corporation; empty where the channel has none.</param>
/// <param name="ConversationKey">The channel's identity of the thread.</param>
/// <param name="ConversationId">The conversation's row.</param>
/// <param name="TurnId">The turn's row.</param>
/// <param name="MessageId">The channel's identity of the message that is answered.</param>
/// <param name="AskerId">The channel's identity of the asker.</param>
public sealed record ReplyTarget(
    string Channel,
    string Tenant,
    string ConversationKey,
    long ConversationId,
    long TurnId,
    string MessageId,
    string AskerId);
