using System.Collections.Immutable;

namespace BotKb.Retrieval;

/// <summary>A passage and why it has its rank.</summary>
/// <param name="Passage">The passage; its score is the sum of the terms' scores and of <paramref name="SentenceScore"/>.</param>
/// <param name="Terms">The terms of the question that it holds, by falling score.</param>
/// <param name="SentenceScore">What it gets for holding many of them in one sentence.</param>
public sealed record ExplainedPassage(Passage Passage, ImmutableArray<MatchedTerm> Terms, double SentenceScore);
