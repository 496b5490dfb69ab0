namespace BotKb.Answering;

/// <summary>A question of before and what was answered.</summary>
/// <param name="Question">The question, standing alone.</param>
/// <param name="Answer">The answer as shown, with its citation marks.</param>
public sealed record PastExchange(string Question, string Answer);
