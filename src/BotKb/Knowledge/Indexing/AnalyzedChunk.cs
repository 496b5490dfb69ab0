namespace BotKb.Knowledge.Indexing;

/// <summary>A chunk with its term vector.</summary>
internal sealed record AnalyzedChunk(Chunk Chunk, byte[] Lex);
