using System.Buffers;

namespace BotKb.Retrieval.Analysis;

/// <summary>
/// A chunk's terms as stored: varint length, varint count, the ascending term ids as varint differences, then one byte a term with its
/// weighted frequency in eighths.
/// </summary>
internal sealed record TermVector(int Length, uint[] Terms, byte[] Frequencies)
{
    /// <summary>One occurrence in running text.</summary>
    public const int FrequencyUnit = 8;

    /// <summary>Packs the terms of an analysed text.</summary>
    public static byte[] Encode(TermBag bag)
    {
        var terms = bag.Weights.Keys.ToArray();
        Array.Sort(terms);
        var frequencies = Array.ConvertAll(
            terms, term => (byte)Math.Clamp(MathF.Round(bag.Weights[term] * FrequencyUnit), 1, byte.MaxValue));
        return new TermVector(bag.Length, terms, frequencies).Encode();
    }

    /// <summary>Packs this vector.</summary>
    public byte[] Encode()
    {
        var bytes = new ArrayBufferWriter<byte>((Terms.Length * 5) + 10);
        WriteVarint(bytes, (uint)Length);
        WriteVarint(bytes, (uint)Terms.Length);
        var previous = 0u;
        foreach (var term in Terms)
        {
            WriteVarint(bytes, term - previous);
            previous = term;
        }

        bytes.Write(Frequencies);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads a packed vector.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a term vector.</exception>
    public static TermVector Decode(ReadOnlySpan<byte> bytes)
    {
        var length = ReadVarint(ref bytes);
        var count = ReadVarint(ref bytes);
        if (count > bytes.Length)
        {
            throw new InvalidDataException("A stored term vector is damaged: it names more terms than it holds.");
        }

        var terms = new uint[count];
        var term = 0u;
        for (var i = 0; i < terms.Length; i++)
        {
            term += ReadVarint(ref bytes);
            terms[i] = term;
        }

        return bytes.Length == terms.Length
            ? new TermVector((int)length, terms, bytes.ToArray())
            : throw new InvalidDataException("A stored term vector is damaged: its frequencies do not fit its terms.");
    }

    private static void WriteVarint(ArrayBufferWriter<byte> bytes, uint value)
    {
        var span = bytes.GetSpan(5);
        var i = 0;
        while (value >= 0x80)
        {
            span[i++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[i++] = (byte)value;
        bytes.Advance(i);
    }

    private static uint ReadVarint(ref ReadOnlySpan<byte> bytes)
    {
        var value = 0u;
        for (var i = 0; i < 5 && i < bytes.Length; i++)
        {
            value |= (uint)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return value;
            }
        }

        throw new InvalidDataException("A stored term vector is damaged: a number does not end.");
    }
}
