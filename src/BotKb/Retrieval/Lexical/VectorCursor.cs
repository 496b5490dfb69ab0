using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Lexical;

/// <summary>Reads the terms of a packed <see cref="Analysis.TermVector"/> in ascending order, a stretch at a time.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct VectorCursor
{
    private readonly byte[] _bytes;
    private readonly long _chunkId;
    private readonly int _frequencies;
    private int _at;
    private int _read;

    /// <summary>Stands on the first term.</summary>
    /// <param name="bytes">The packed vector; not to change while it is read.</param>
    /// <param name="chunkId">The chunk that an error names.</param>
    /// <exception cref="InvalidDataException">The bytes are not a term vector.</exception>
    public VectorCursor(ArraySegment<byte> bytes, long chunkId)
    {
        _bytes = bytes.Array ?? [];
        _chunkId = chunkId;
        _at = bytes.Offset;
        _frequencies = bytes.Offset + bytes.Count;
        Length = (int)ReadVarint();
        var count = ReadVarint();
        if (count > _frequencies - _at)
        {
            throw Damaged();
        }

        Count = (int)count;
        _frequencies -= Count;
        _read = -1;
        MoveNext();
    }

    /// <summary>The length of the chunk that BM25 normalises by.</summary>
    public int Length { get; }

    /// <summary>How many terms the vector has.</summary>
    public int Count { get; }

    /// <summary>True after the last term.</summary>
    public readonly bool AtEnd => _read >= Count;

    /// <summary>The term that the cursor stands on.</summary>
    public uint Term { get; private set; }

    /// <summary>Its stored frequency.</summary>
    public readonly byte Frequency => _bytes[_frequencies + _read];

    /// <summary>Goes to the next term.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a term vector.</exception>
    public void MoveNext()
    {
        if (++_read >= Count)
        {
            if (_at != _frequencies)
            {
                throw Damaged();
            }

            return;
        }

        var next = Term + ReadVarint();
        if (_read > 0 && next <= Term)
        {
            throw Damaged();
        }

        Term = next;
    }

    private readonly InvalidDataException Damaged() => new($"The term vector of chunk {_chunkId} is damaged: index its document again.");

    private uint ReadVarint()
    {
        var value = 0u;
        for (var shift = 0; shift < 35 && _at < _frequencies; shift += 7)
        {
            var next = _bytes[_at++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Damaged();
    }
}
