namespace BotKb.Retrieval.Lexical;

/// <summary>
/// An immutable inverted index of at most <see cref="Capacity"/> chunks. Chunks are numbered by ascending id; the postings of
/// <c>Terms[i]</c> lie between <c>Starts[i]</c> and <c>Starts[i + 1]</c>.
/// </summary>
internal sealed record Segment(
    long[] ChunkIds, int[] DocumentSlots, uint[] Terms, int[] Starts, ushort[] Chunks, byte[] Impacts)
{
    /// <summary>So many chunks can be numbered by 16 bits.</summary>
    public const int Capacity = 65_536;

    /// <summary>How many chunks it holds, dead ones included.</summary>
    public int Count => ChunkIds.Length;

    /// <summary>The memory that it takes.</summary>
    public long Bytes => (Count * 12L) + (Terms.Length * 8L) + (Chunks.Length * 3L);

    /// <summary>The postings of a term; none where it does not occur.</summary>
    public Range PostingsOf(uint term)
    {
        var at = Array.BinarySearch(Terms, term);
        return at < 0 ? default : Starts[at]..Starts[at + 1];
    }
}
