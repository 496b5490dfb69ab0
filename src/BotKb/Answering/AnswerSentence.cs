namespace BotKb.Answering;

/// <summary>A sentence of an answer and the passage that it is quoted from.</summary>
/// <param name="Text">The sentence as shown.</param>
/// <param name="Citation">Index into <see cref="Answer.Citations"/>, from 0.</param>
public sealed record AnswerSentence(string Text, int Citation);
