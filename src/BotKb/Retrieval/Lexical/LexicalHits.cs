using System.Collections.Immutable;

namespace BotKb.Retrieval.Lexical;

/// <summary>What a search of the index found.</summary>
/// <param name="Hits">Best first; of equal ones the lower chunk id.</param>
/// <param name="TermIdf">The inverse document frequency of each term of the question within the sources searched.</param>
internal sealed record LexicalHits(ImmutableArray<LexicalHit> Hits, IReadOnlyDictionary<uint, float> TermIdf);
