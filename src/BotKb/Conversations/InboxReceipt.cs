namespace BotKb.Conversations;

/// <summary>What became of a message.</summary>
/// <param name="ConversationId">The conversation's row.</param>
/// <param name="TurnId">The turn's row; of the turn that was stopped, where the message was a wish to stop.</param>
/// <param name="IsNew">False for a redelivery, and for a wish to stop.</param>
public sealed record InboxReceipt(long ConversationId, long TurnId, bool IsNew);
