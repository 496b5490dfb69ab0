namespace BotKb.Conversations;

/// <summary>A conversation in a list.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Title">The first question, shortened.</param>
/// <param name="LastTurnAt">When it was last written to.</param>
public sealed record ConversationSummary(long Id, string Title, DateTimeOffset LastTurnAt);
