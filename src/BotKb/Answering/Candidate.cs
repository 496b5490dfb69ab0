using BotKb.Retrieval;

namespace BotKb.Answering;

/// <summary>A sentence or row that may answer the question.</summary>
/// <param name="Passage">Its passage.</param>
/// <param name="Rank">The passage's rank, from 0.</param>
/// <param name="Piece">Where it stands in the passage.</param>
/// <param name="Shown">Its text as people read it alone.</param>
/// <param name="Units">What texts of its script are asked for.</param>
/// <param name="Match">What of the question stands in it.</param>
/// <param name="Features">What tells sentences that answer from others, in the order of <see cref="SentenceFeatures"/>.</param>
internal sealed record Candidate(
    Passage Passage,
    int Rank,
    PassagePiece Piece,
    string Shown,
    QuestionUnits Units,
    TextMatch Match,
    double[] Features);
