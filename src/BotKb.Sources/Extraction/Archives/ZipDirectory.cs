using System.Buffers.Binary;
using System.Text;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Archives;

/// <summary>Reads a zip's central directory (APPNOTE 4.3) without unpacking anything, and checks it against the local headers.</summary>
internal static class ZipDirectory
{
    private const uint EndSignature = 0x06054B50, EntrySignature = 0x02014B50, LocalSignature = 0x04034B50, End64Signature = 0x06064B50;
    private const uint Locator64Signature = 0x07064B50;
    private const int EndLength = 22, EntryLength = 46, LocalLength = 30, LocatorLength = 20, LongestComment = 65535;
    private const int Unknown16 = 0xFFFF;
    private const uint Unknown32 = 0xFFFFFFFF;

    /// <summary>All entries, in the directory's order.</summary>
    /// <exception cref="ExtractionException">The directory is missing, cut short or points outside the file.</exception>
    public static IReadOnlyList<ZipEntryHeader> Read(ReadOnlySpan<byte> zip)
    {
        try
        {
            return ReadEntries(zip);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            throw Damaged("its directory points outside the file");
        }
    }

    private static List<ZipEntryHeader> ReadEntries(ReadOnlySpan<byte> zip)
    {
        var end = FindEnd(zip);
        long count = BinaryPrimitives.ReadUInt16LittleEndian(zip[(end + 10)..]);
        long position = BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
        if (count == Unknown16 || position == Unknown32)
        {
            (count, position) = ReadEnd64(zip, end) ?? (count, position);
        }

        var entries = new List<ZipEntryHeader>();
        var at = checked((int)position);
        for (var i = 0L; i < count; i++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(zip[at..]) != EntrySignature)
            {
                throw Damaged("its directory is broken");
            }

            entries.Add(ReadEntry(zip, ref at));
        }

        return entries;
    }

    private static int FindEnd(ReadOnlySpan<byte> zip)
    {
        for (var at = zip.Length - EndLength; at >= Math.Max(0, zip.Length - EndLength - LongestComment); at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(zip[at..]) == EndSignature)
            {
                return at;
            }
        }

        throw Damaged("it is cut short");
    }

    private static (long Count, long Position)? ReadEnd64(ReadOnlySpan<byte> zip, int end)
    {
        var locator = end - LocatorLength;
        if (locator < 0 || BinaryPrimitives.ReadUInt32LittleEndian(zip[locator..]) != Locator64Signature)
        {
            return null;
        }

        var at = checked((int)BinaryPrimitives.ReadInt64LittleEndian(zip[(locator + 8)..]));
        return BinaryPrimitives.ReadUInt32LittleEndian(zip[at..]) == End64Signature
            ? (BinaryPrimitives.ReadInt64LittleEndian(zip[(at + 32)..]), BinaryPrimitives.ReadInt64LittleEndian(zip[(at + 48)..]))
            : throw Damaged("its directory is broken");
    }

    private static ZipEntryHeader ReadEntry(ReadOnlySpan<byte> zip, ref int at)
    {
        var header = zip[at..];
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        var commentLength = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        var (size, compressed, offset) = ReadSizes(header, header.Slice(EntryLength + nameLength, extraLength));
        var data = DataOffset(zip, offset);
        if (compressed < 0 || size < 0 || compressed > zip.Length - data)
        {
            throw Damaged("an entry is longer than the file");
        }

        at += EntryLength + nameLength + extraLength + commentLength;
        return new ZipEntryHeader(
            Encoding.UTF8.GetString(header.Slice(EntryLength, nameLength)),
            (BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) & 1) != 0,
            BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            compressed,
            size,
            offset,
            data);
    }

    private static (long Size, long Compressed, long Offset) ReadSizes(ReadOnlySpan<byte> header, ReadOnlySpan<byte> extra)
    {
        long compressed = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]);
        var wide = Find64(extra);
        size = size == Unknown32 ? Take64(ref wide) ?? size : size;
        compressed = compressed == Unknown32 ? Take64(ref wide) ?? compressed : compressed;
        offset = offset == Unknown32 ? Take64(ref wide) ?? offset : offset;
        return (size, compressed, offset);
    }

    private static ReadOnlySpan<byte> Find64(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1)
            {
                return extra.Slice(4, length);
            }

            extra = extra[(4 + length)..];
        }

        return [];
    }

    private static long? Take64(ref ReadOnlySpan<byte> wide)
    {
        if (wide.Length < 8)
        {
            return null;
        }

        var value = BinaryPrimitives.ReadInt64LittleEndian(wide);
        wide = wide[8..];
        return value;
    }

    private static long DataOffset(ReadOnlySpan<byte> zip, long offset)
    {
        var local = zip[checked((int)offset)..];
        return BinaryPrimitives.ReadUInt32LittleEndian(local) == LocalSignature
            ? offset + LocalLength + BinaryPrimitives.ReadUInt16LittleEndian(local[26..])
                + BinaryPrimitives.ReadUInt16LittleEndian(local[28..])
            : throw Damaged("an entry is not where the directory says");
    }

    private static ExtractionException Damaged(string how) =>
        new(ExtractionStatus.Corrupt, $"The file is a damaged zip package: {how}; get a sound copy.");
}
