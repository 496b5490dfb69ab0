using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Lexical;

/// <summary>A chunk that the index is to hold. Chunks never change: a changed document has new ones.</summary>
/// <param name="ChunkId">Its row; never used again after the chunk is gone.</param>
/// <param name="SourceId">The source that it is searched with.</param>
/// <param name="DocumentId">The document whose scope says who may read it.</param>
/// <param name="Lex">The bytes of its <see cref="Analysis.TermVector"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChunkEntry(long ChunkId, long SourceId, long DocumentId, ArraySegment<byte> Lex);
