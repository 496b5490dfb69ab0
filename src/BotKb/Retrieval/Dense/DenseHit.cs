using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Dense;

/// <summary>A chunk near a question.</summary>
/// <param name="ChunkId">Its row.</param>
/// <param name="Similarity">The cosine, -1 to 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DenseHit(long ChunkId, double Similarity);
