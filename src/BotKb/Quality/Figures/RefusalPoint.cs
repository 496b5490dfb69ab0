namespace BotKb.Quality.Figures;

/// <summary>What one threshold would do; parts of 1, and 0 where there are no such questions.</summary>
/// <param name="Threshold">Answers with a lower score are refused.</param>
/// <param name="Refused">Of the unanswerable and off-topic questions together.</param>
/// <param name="FalseRefusals">Of the answerable questions.</param>
/// <param name="UnanswerableRefused">Of the unanswerable questions.</param>
/// <param name="OffTopicRefused">Of the off-topic questions.</param>
public sealed record RefusalPoint(
    double Threshold,
    double Refused,
    double FalseRefusals,
    double UnanswerableRefused,
    double OffTopicRefused);
