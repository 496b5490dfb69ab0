namespace BotKb.Channels.Web;

/// <summary>What became of a question.</summary>
/// <param name="Conversation">The conversation's row.</param>
/// <param name="Turn">The turn's row.</param>
internal sealed record ChatReceipt(long Conversation, long Turn);
