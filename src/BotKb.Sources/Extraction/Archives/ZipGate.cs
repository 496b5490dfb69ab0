using System.IO.Compression;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Archives;

/// <summary>Refuses zip packages that are encrypted or unpack to far more than their size allows, before anything opens them.</summary>
internal static class ZipGate
{
    private const int MostEntries = 10_000;
    private const int Deflate = 8;

    /// <summary>Checks what the directory declares: overlapping entries, their number, their sizes, passwords.</summary>
    /// <exception cref="ExtractionException">The package is a bomb or encrypted.</exception>
    public static void CheckDeclared(IReadOnlyList<ZipEntryHeader> entries, long fileLength, ZipLimits limits)
    {
        if (entries.Count > MostEntries)
        {
            throw Bomb($"it holds more than {MostEntries} entries");
        }

        if (Overlap(entries))
        {
            throw Bomb("its entries share the same bytes");
        }

        if (limits.AreExceededBy(entries.Aggregate(0L, (sum, entry) => AddCapped(sum, entry.Size)), fileLength))
        {
            throw Bomb("it unpacks to far more than its size allows");
        }

        if (entries.Any(entry => entry.IsEncrypted))
        {
            throw new ExtractionException(ExtractionStatus.Encrypted, "The package is protected by a password; save a copy without one.");
        }
    }

    /// <summary>Unpacks every entry once and counts: a directory may lie about sizes.</summary>
    /// <exception cref="ExtractionException">The package is a bomb, or an entry's bytes are damaged.</exception>
    public static void CheckUnpacked(
        byte[] zip, IReadOnlyList<ZipEntryHeader> entries, ZipLimits limits, CancellationToken cancellationToken)
    {
        var total = 0L;
        var buffer = new byte[81920];
        foreach (var entry in entries.Where(entry => entry.Method == Deflate))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var unpacked = Open(zip, entry);
            for (var read = 0; (read = ReadOrRefuse(unpacked, buffer)) > 0; total += read)
            {
                if (limits.AreExceededBy(total + read, zip.Length))
                {
                    throw Bomb("it unpacks to far more than its size allows");
                }
            }
        }
    }

    /// <summary>The bytes of one entry, at most <paramref name="limit"/> of them.</summary>
    public static byte[] Unpack(byte[] zip, ZipEntryHeader entry, int limit)
    {
        using var unpacked = Open(zip, entry);
        using var bytes = new MemoryStream();
        var buffer = new byte[Math.Min(limit, 81920)];
        for (var read = 0; bytes.Length < limit && (read = ReadOrRefuse(unpacked, buffer)) > 0;)
        {
            bytes.Write(buffer, 0, (int)Math.Min(read, limit - bytes.Length));
        }

        return bytes.ToArray();
    }

    private static Stream Open(byte[] zip, ZipEntryHeader entry)
    {
        var packed = new MemoryStream(zip, checked((int)entry.DataOffset), checked((int)entry.CompressedSize), writable: false);
        return entry.Method switch
        {
            0 => packed,
            Deflate => new DeflateStream(packed, CompressionMode.Decompress),
            _ => Stream.Null,
        };
    }

    private static int ReadOrRefuse(Stream unpacked, byte[] buffer)
    {
        try
        {
            return unpacked.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new ExtractionException(ExtractionStatus.Corrupt, "The file is a damaged zip package; get a sound copy.");
        }
    }

    private static bool Overlap(IReadOnlyList<ZipEntryHeader> entries)
    {
        var end = 0L;
        foreach (var entry in entries.OrderBy(entry => entry.HeaderOffset))
        {
            if (entry.HeaderOffset < end)
            {
                return true;
            }

            end = entry.DataOffset + entry.CompressedSize;
        }

        return false;
    }

    private static long AddCapped(long sum, long size) => size > long.MaxValue - sum ? long.MaxValue : sum + size;

    private static ExtractionException Bomb(string how) =>
        new(ExtractionStatus.Bomb, $"The file is refused as an archive bomb: {how}.");
}
