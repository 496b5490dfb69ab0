namespace BotKb.Quality.Figures;

/// <summary>What one question got: a line of the answers file, from which the figures can be computed again.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Shown">The words of the answer or the refusal; citations and titles are not part of an answer's words.</param>
/// <param name="Sentences">The sentences that were shown.</param>
/// <param name="Citations">The passages cited.</param>
/// <param name="Refused">True for a refusal.</param>
/// <param name="Score">Confidence, 0 to 1.</param>
/// <param name="Kind">Which questions it belongs to: answerable, unanswerable or offTopic.</param>
public sealed record AnswerRow(
    string Id,
    string Shown,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<CitedPassage> Citations,
    bool Refused,
    double Score,
    QuestionKind Kind);
