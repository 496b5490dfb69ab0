using BotKb.Retrieval;

namespace BotKb.Answering;

/// <summary>A question, standing alone, and what was found for it.</summary>
/// <param name="Text">The question.</param>
/// <param name="Language">The asker's language, told from the message as it was written.</param>
/// <param name="Found">The passages.</param>
/// <param name="Trace">What is known so far.</param>
/// <param name="Start">When the question came, as a timestamp of the clock.</param>
internal sealed record AskedQuestion(string Text, AskerLanguage Language, SearchResult Found, AnswerTrace Trace, long Start);
