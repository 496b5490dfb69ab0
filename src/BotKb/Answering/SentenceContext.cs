namespace BotKb.Answering;

/// <summary>A sentence where it stands.</summary>
/// <param name="Units">What the question asks texts of this script for.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Match">What of the question it holds.</param>
/// <param name="Before">What the sentence before holds; empty where there is none.</param>
/// <param name="After">What the sentence after holds; empty where there is none.</param>
/// <param name="Above">What title and headings hold.</param>
/// <param name="PassageCoverage">How much of the question the whole passage holds.</param>
/// <param name="Rank">The passage's rank, from 0.</param>
/// <param name="RelativeScore">The passage's score by that of the best passage.</param>
/// <param name="IsFirst">True for the first piece of a passage.</param>
/// <param name="Asked">What the question asks for.</param>
/// <param name="Named">What of that the sentence names.</param>
internal sealed record SentenceContext(
    QuestionUnits Units,
    string Text,
    TextMatch Match,
    float[] Before,
    float[] After,
    float[] Above,
    double PassageCoverage,
    int Rank,
    double RelativeScore,
    bool IsFirst,
    QuestionCues Asked,
    QuestionCues Named);
