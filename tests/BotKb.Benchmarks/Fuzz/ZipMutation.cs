using System.IO.Compression;

namespace BotKb.Benchmarks.Fuzz;

/// <summary>Changes what a package holds and packs it again, so that the damage reaches the reader of the entry.</summary>
internal static class ZipMutation
{
    public static bool IsPackage(byte[] content) => content.AsSpan().StartsWith("PK\u0003\u0004"u8);

    /// <summary>One mutation of one entry or of the list of entries.</summary>
    public static byte[] Of(byte[] content, IReadOnlyList<FuzzSeed> seeds, Random random)
    {
        if (Read(content) is not { Count: > 0 } entries)
        {
            return Mutation.Bytes(content, seeds[random.Next(seeds.Count)].Content, random);
        }

        var at = random.Next(entries.Count);
        var (name, bytes) = entries[at];
        switch (random.Next(12))
        {
            case 0:
                entries.RemoveAt(at);
                break;
            case 1:
                entries.Add((name, bytes));
                break;
            case 2:
                entries[at] = (entries[random.Next(entries.Count)].Name, bytes);
                break;
            case 3:
                entries[at] = (name, entries[random.Next(entries.Count)].Content);
                break;
            default:
                entries[at] = (name, Mutation.Bytes(bytes, entries[random.Next(entries.Count)].Content, random));
                break;
        }

        return Pack(entries);
    }

    public static byte[] Pack(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static List<(string Name, byte[] Content)>? Read(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var entries = new List<(string Name, byte[] Content)>();
            foreach (var entry in zip.Entries)
            {
                using var open = entry.Open();
                using var bytes = new MemoryStream();
                open.CopyTo(bytes);
                entries.Add((entry.FullName.Length > 0 ? entry.FullName : "nameless", bytes.ToArray()));
            }

            return entries;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }
}
