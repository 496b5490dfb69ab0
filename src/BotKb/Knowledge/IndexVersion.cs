using BotKb.Retrieval;

namespace BotKb.Knowledge;

/// <summary>The version of everything between the bytes of a file and its rows.</summary>
public static class IndexVersion
{
    // Raised when extraction, cleaning or chunking change what is stored.
    private const short Passages = 1;

    /// <summary>A document that was indexed by another version is indexed again by the next sync.</summary>
    public static short Current => (short)((Passages * 100) + ChunkAnalyzer.Version);
}
