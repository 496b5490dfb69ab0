using System.Buffers.Binary;
using System.Text;

namespace BotKb.Tests.Extraction;

/// <summary>Builds compound files (OLE2) of one stream in memory.</summary>
internal static class TestCompoundFile
{
    private const int SectorLength = 512;
    private const int SmallestStream = 4096;
    private const uint EndOfChain = 0xFFFFFFFE, Free = 0xFFFFFFFF, Allocation = 0xFFFFFFFD;

    /// <summary>Sector 0 is the allocation table, sector 1 the directory, the stream begins at sector 2.</summary>
    public static byte[] Of(string streamName, byte[] stream)
    {
        var padded = new byte[Math.Max(SmallestStream, (stream.Length + SectorLength - 1) / SectorLength * SectorLength)];
        stream.CopyTo(padded, 0);
        return [.. Header(), .. Table(padded.Length / SectorLength), .. Directory(streamName, padded.Length), .. padded];
    }

    private static byte[] Header()
    {
        var header = new byte[SectorLength];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(header, 0);
        (int Offset, ushort Value)[] shorts = [(24, 0x3E), (26, 3), (28, 0xFFFE), (30, 9), (32, 6)];
        foreach (var (offset, value) in shorts)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(offset), value);
        }

        (int Offset, uint Value)[] longs = [(44, 1), (48, 1), (56, SmallestStream), (60, EndOfChain), (68, EndOfChain), (76, 0)];
        foreach (var (offset, value) in longs)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(offset), value);
        }

        header.AsSpan(80).Fill(0xFF);
        return header;
    }

    private static byte[] Table(int streamSectors)
    {
        var table = new byte[SectorLength];
        for (var i = 0; i < SectorLength / sizeof(uint); i++)
        {
            var next = i switch
            {
                0 => Allocation,
                1 => EndOfChain,
                _ when i == streamSectors + 1 => EndOfChain,
                _ => i < streamSectors + 1 ? (uint)(i + 1) : Free,
            };
            BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(i * sizeof(uint)), next);
        }

        return table;
    }

    private static byte[] Directory(string streamName, int length)
    {
        var directory = new byte[SectorLength];
        WriteEntry(directory.AsSpan(0, 128), "Root Entry", type: 5, child: 1, sector: EndOfChain, length: 0);
        WriteEntry(directory.AsSpan(128, 128), streamName, type: 2, child: Free, sector: 2, length: (uint)length);
        return directory;
    }

    private static void WriteEntry(Span<byte> entry, string name, byte type, uint child, uint sector, uint length)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = type;
        entry[67] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], Free);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], Free);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], sector);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], length);
    }
}
