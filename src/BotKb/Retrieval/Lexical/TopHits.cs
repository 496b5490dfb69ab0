using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Lexical;

/// <summary>Keeps the best hits of a search, at most a given number.</summary>
internal sealed class TopHits(int count)
{
    private readonly PriorityQueue<(long ChunkId, int Slot, float Score), (float Score, long ChunkId)> _worstFirst =
        new(Comparer<(float Score, long ChunkId)>.Create(
            (a, b) => a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.ChunkId.CompareTo(a.ChunkId)));

    /// <summary>A hit below this score cannot get in.</summary>
    public float Threshold { get; private set; } = float.Epsilon;

    /// <summary>Offers a hit.</summary>
    public void Add(long chunkId, int slot, float score)
    {
        if (_worstFirst.Count < count)
        {
            _worstFirst.Enqueue((chunkId, slot, score), (score, chunkId));
        }
        else
        {
            _worstFirst.EnqueueDequeue((chunkId, slot, score), (score, chunkId));
        }

        if (_worstFirst.Count == count)
        {
            Threshold = _worstFirst.Peek().Score;
        }
    }

    /// <summary>The hits, best first; of equal ones the lower chunk id. Empties this.</summary>
    public ImmutableArray<LexicalHit> Take(DocumentTable documents)
    {
        var hits = new LexicalHit[_worstFirst.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            var (chunkId, slot, score) = _worstFirst.Dequeue();
            hits[i] = new LexicalHit(chunkId, documents[slot].DocumentId, score);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(hits);
    }
}
