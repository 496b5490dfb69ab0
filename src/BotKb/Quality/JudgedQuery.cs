using BotKb.Quality.Sets;

namespace BotKb.Quality;

/// <summary>A question and the gain of each document that is relevant to it.</summary>
internal sealed record JudgedQuery(EvaluationQuery Query, IReadOnlyDictionary<string, int> Gains);
