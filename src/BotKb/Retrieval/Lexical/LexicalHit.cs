using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Lexical;

/// <summary>A chunk that holds terms of the question and that the reader may see.</summary>
/// <param name="ChunkId">Its row.</param>
/// <param name="DocumentId">Its document's row.</param>
/// <param name="Score">Above 0; comparable only within one search.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LexicalHit(long ChunkId, long DocumentId, double Score);
