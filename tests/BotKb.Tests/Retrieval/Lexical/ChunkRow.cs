using BotKb.Retrieval.Analysis;
using BotKb.Retrieval.Lexical;

namespace BotKb.Tests.Retrieval.Lexical;

/// <summary>A chunk of a made-up corpus: small numbers stand for terms.</summary>
internal sealed record ChunkRow(long Id, long Source, long Document, int Length, IReadOnlyDictionary<uint, byte> Terms)
{
    public ChunkEntry ToEntry()
    {
        var terms = Terms.Keys.Order().ToArray();
        var vector = new TermVector(Length, terms, Array.ConvertAll(terms, term => Terms[term]));
        return new ChunkEntry(Id, Source, Document, vector.Encode());
    }
}
