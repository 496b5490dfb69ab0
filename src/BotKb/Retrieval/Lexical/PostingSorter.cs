namespace BotKb.Retrieval.Lexical;

/// <summary>
/// A growing buffer of postings, packed as term, chunk and impact into 64 bits, that a radix sort brings into order of term.
/// </summary>
internal sealed class PostingSorter
{
    private const int DigitBits = 9;
    private const int TermShift = 24;
    private ulong[] _items = new ulong[1_024];
    private ulong[] _spare = [];
    private int _count;

    /// <summary>Adds a posting; of one term in ascending order of chunk.</summary>
    public void Add(uint term, int chunk, byte impact)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count * 2);
        }

        _items[_count++] = ((ulong)term << TermShift) | ((ulong)chunk << 8) | impact;
    }

    /// <summary>The postings by ascending term, chunks of a term in the order in which they were added; the buffer is then empty.</summary>
    /// <param name="termBits">So many low bits of the terms differ.</param>
    public ReadOnlySpan<ulong> Sort(int termBits)
    {
        if (_spare.Length < _items.Length)
        {
            _spare = new ulong[_items.Length];
        }

        for (var bit = 0; bit < termBits; bit += DigitBits)
        {
            Distribute(TermShift + bit, (1 << Math.Min(DigitBits, termBits - bit)) - 1);
            (_items, _spare) = (_spare, _items);
        }

        var sorted = _items.AsSpan(0, _count);
        _count = 0;
        return sorted;
    }

    /// <summary>The term of a packed posting.</summary>
    public static uint TermOf(ulong posting) => (uint)(posting >> TermShift);

    private void Distribute(int shift, int mask)
    {
        Span<int> starts = stackalloc int[mask + 1];
        starts.Clear();
        var items = _items.AsSpan(0, _count);
        foreach (var item in items)
        {
            starts[(int)(item >> shift) & mask]++;
        }

        var start = 0;
        foreach (ref var digit in starts)
        {
            (digit, start) = (start, start + digit);
        }

        var target = _spare.AsSpan(0, _count);
        foreach (var item in items)
        {
            target[starts[(int)(item >> shift) & mask]++] = item;
        }
    }
}
