namespace BotKb.Conversations;

/// <summary>A message that a channel has verified and parsed.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Tenant">The workspace, directory or corporation; empty where the channel has none.</param>
/// <param name="MessageId">The channel's identity of the message; a second one with the same identity is a redelivery.</param>
/// <param name="ConversationKey">The channel's identity of the thread.</param>
/// <param name="OwnerEmail">The verified e-mail of the only person who sees the thread; null for a thread with several people.</param>
/// <param name="AskerId">The channel's identity of the asker.</param>
/// <param name="AskerEmail">The asker's verified e-mail; null reads what everyone may.</param>
/// <param name="Text">The words, without the mention of the bot.</param>
/// <param name="KnowledgeBases">Rows of the knowledge bases that are asked.</param>
public sealed record IncomingMessage(
    string Channel,
    string Tenant,
    string MessageId,
    string ConversationKey,
    string? OwnerEmail,
    string AskerId,
    string? AskerEmail,
    string Text,
    IReadOnlyList<long> KnowledgeBases);
