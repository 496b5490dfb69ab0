namespace BotKb.WebConsole.Chat;

/// <summary>A question that is on its way into the inbox.</summary>
/// <param name="MessageId">The identity that the browser gave it; the same one when it is sent again.</param>
/// <param name="Text">The words.</param>
internal sealed record SentQuestion(Guid MessageId, string Text);
