using System.IO.Compression;

namespace BotKb.Retrieval.Analysis;

/// <summary>Unpacks a dictionary from this assembly.</summary>
internal static class EmbeddedDictionary
{
    public static byte[] Read(string name)
    {
        using var packed = typeof(EmbeddedDictionary).Assembly.GetManifestResourceStream("BotKb.Dictionaries." + name)
            ?? throw new InvalidOperationException($"The dictionary {name} is not embedded in BotKb.dll.");
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        using var data = new MemoryStream(4_000_000);
        brotli.CopyTo(data);
        return data.ToArray();
    }
}
