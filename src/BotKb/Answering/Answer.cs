using System.Collections.Immutable;

namespace BotKb.Answering;

/// <summary>What the asker is shown.</summary>
/// <param name="Text">The whole text, in the asker's language where BotKb words it itself.</param>
/// <param name="Refused">True when the knowledge bases hold no evidence for an answer.</param>
/// <param name="Sentences">The quoted sentences in reading order; empty for a refusal, a greeting or help.</param>
/// <param name="Citations">The passages cited, in order of first use; for a refusal up to three nearest ones that the asker may read.</param>
/// <param name="Score">Confidence that the question is answered, 0 to 1; an answer is refused below the threshold.</param>
public sealed record Answer(
    string Text,
    bool Refused,
    ImmutableArray<AnswerSentence> Sentences,
    ImmutableArray<Citation> Citations,
    double Score);
