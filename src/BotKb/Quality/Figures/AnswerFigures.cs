namespace BotKb.Quality.Figures;

/// <summary>How questions were answered and refused; counts of questions unless a text says otherwise.</summary>
/// <param name="Answerable">Questions that the documents answer.</param>
/// <param name="WithAnswers">Those of them whose accepted answers are known; only they can be contained or wrong.</param>
/// <param name="Contained">What was shown holds an accepted answer.</param>
/// <param name="Wrong">Answered, but not contained.</param>
/// <param name="FalseRefusals">Answerable, but refused.</param>
/// <param name="Unanswerable">Questions near the documents that they do not answer.</param>
/// <param name="Refused">Those of them that were refused.</param>
/// <param name="OffTopic">Questions about something else.</param>
/// <param name="OffTopicRefused">Those of them that were refused.</param>
/// <param name="SentencesShown">Sentences of an answer; refusals do not count.</param>
/// <param name="CharactersShown">Characters of an answer, the spaces between its sentences included; refusals do not count.</param>
/// <param name="Curve">What other thresholds would do.</param>
public sealed record AnswerFigures(
    int Answerable,
    int WithAnswers,
    int Contained,
    int Wrong,
    int FalseRefusals,
    int Unanswerable,
    int Refused,
    int OffTopic,
    int OffTopicRefused,
    ShownAmount SentencesShown,
    ShownAmount CharactersShown,
    IReadOnlyList<RefusalPoint> Curve);
