namespace BotKb.Retrieval.Lexical;

/// <summary>The term table and the postings of a segment while it is made, terms ascending.</summary>
/// <param name="postings">At most so many postings will come.</param>
internal sealed class PostingList(int postings)
{
    private readonly ushort[] _chunks = new ushort[postings];
    private readonly byte[] _impacts = new byte[postings];
    private uint[] _terms = new uint[Math.Max(16, postings / 32)];
    private int[] _starts = new int[Math.Max(16, postings / 32)];
    private int _termCount;
    private int _count;

    /// <summary>Adds a posting of the last term or of a higher one.</summary>
    public void Add(uint term, ushort chunk, byte impact)
    {
        if (_termCount == 0 || _terms[_termCount - 1] != term)
        {
            if (_termCount == _terms.Length)
            {
                Array.Resize(ref _terms, _termCount * 2);
                Array.Resize(ref _starts, _termCount * 2);
            }

            _terms[_termCount] = term;
            _starts[_termCount++] = _count;
        }

        _chunks[_count] = chunk;
        _impacts[_count++] = impact;
    }

    /// <summary>The segment of the given chunks.</summary>
    public Segment ToSegment(long[] chunkIds, int[] documentSlots)
    {
        var starts = new int[_termCount + 1];
        Array.Copy(_starts, starts, _termCount);
        starts[_termCount] = _count;
        return new Segment(
            chunkIds, documentSlots, _terms[.._termCount], starts, Trim(_chunks), Trim(_impacts));
    }

    private T[] Trim<T>(T[] items) => items.Length == _count ? items : items[.._count];
}
