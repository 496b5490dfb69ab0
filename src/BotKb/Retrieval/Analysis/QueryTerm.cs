using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Analysis;

/// <summary>A term of a question.</summary>
/// <param name="Term">Its id.</param>
/// <param name="Weight">How much a match counts, before the rarity of the term.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QueryTerm(uint Term, float Weight);
