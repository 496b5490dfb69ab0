using BotKb.Answering;
using BotKb.Replies;

namespace BotKb.Conversations;

/// <summary>How a turn ended.</summary>
/// <param name="Body">What was shown last.</param>
/// <param name="Trace">How the answer came about; null where there is none.</param>
/// <param name="FailureId">The id that the asker was shown with an error.</param>
/// <param name="FirstWordsAt">When the first words were shown.</param>
/// <param name="Edits">How often the platform was called for it.</param>
internal sealed record TurnEnd(ReplyBody Body, AnswerTrace? Trace, string? FailureId, DateTimeOffset? FirstWordsAt, int Edits);
