using System.Security.Cryptography;
using System.Text;

namespace BotKb.Benchmarks.Scale;

/// <summary>A document of the generated corpus.</summary>
/// <param name="Path">Its path; decides its scope.</param>
/// <param name="Chunks">How many chunks it has.</param>
internal sealed record ScaleDocument(string Path, int Chunks)
{
    private const int MostChunks = 3;

    /// <summary>The scope, from 0.</summary>
    public int Scope => (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(Path))) % ScaleReader.Scopes);

    /// <summary>Documents of one to three chunks, so many chunks together; always the same.</summary>
    public static IEnumerable<ScaleDocument> Of(int chunks)
    {
        var random = new Random(1);
        for (var i = 0; chunks > 0; i++)
        {
            var document = new ScaleDocument($"{i:D7}.txt", Math.Min(chunks, random.Next(1, MostChunks + 1)));
            chunks -= document.Chunks;
            yield return document;
        }
    }
}
