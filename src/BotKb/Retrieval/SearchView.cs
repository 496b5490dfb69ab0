using BotKb.Retrieval.Lexical;

namespace BotKb.Retrieval;

/// <summary>What one reader may search in some knowledge bases, at one moment.</summary>
/// <param name="Index">The index, with everything that was committed before.</param>
/// <param name="Sources">The sources of the knowledge bases.</param>
/// <param name="Scopes">The permission scopes that the reader may see.</param>
internal sealed record SearchView(LexicalSnapshot Index, IReadOnlyList<long> Sources, IReadOnlySet<long> Scopes);
