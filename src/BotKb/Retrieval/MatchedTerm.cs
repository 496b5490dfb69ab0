namespace BotKb.Retrieval;

/// <summary>A term of the question that a passage holds.</summary>
/// <param name="Text">The stem, code or characters behind the term.</param>
/// <param name="Kind">Why it was looked for.</param>
/// <param name="Weight">How much it counts in the question, before its rarity.</param>
/// <param name="Rarity">The inverse document frequency.</param>
/// <param name="Score">What it adds to the passage's score.</param>
public sealed record MatchedTerm(string Text, TermKind Kind, double Weight, double Rarity, double Score);
