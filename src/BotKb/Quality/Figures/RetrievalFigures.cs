using System.Text.Json.Serialization;

namespace BotKb.Quality.Figures;

/// <summary>How well a data set's documents were found; parts of 1, means over the questions with a judgement.</summary>
/// <param name="Set">The data set's name.</param>
/// <param name="Documents">Documents that competed.</param>
/// <param name="Queries">Questions that were measured.</param>
/// <param name="RecallAt1">Part of the relevant documents ranked first.</param>
/// <param name="RecallAt5">Part of the relevant documents among the first five.</param>
/// <param name="RecallAt10">Part of the relevant documents among the first ten.</param>
/// <param name="ReciprocalRankAt10">One divided by the rank of the first relevant document.</param>
/// <param name="NdcgAt10">Normalised discounted cumulative gain, linear gains.</param>
/// <param name="MsPerQuery">Milliseconds of a search as answers use it.</param>
public sealed record RetrievalFigures(
    string Set,
    int Documents,
    int Queries,
    [property: JsonPropertyName("r@1")] double RecallAt1,
    [property: JsonPropertyName("r@5")] double RecallAt5,
    [property: JsonPropertyName("r@10")] double RecallAt10,
    [property: JsonPropertyName("mrr@10")] double ReciprocalRankAt10,
    [property: JsonPropertyName("ndcg@10")] double NdcgAt10,
    Latency MsPerQuery);
