using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Lexical;

/// <summary>Every chunk id that was ever removed: a chunk that comes late or again stays away. Neighbouring ids share one word.</summary>
internal sealed class RemovedChunks
{
    private readonly Dictionary<long, ulong> _words = [];

    /// <summary>Remembers an id.</summary>
    public void Add(long id) => CollectionsMarshal.GetValueRefOrAddDefault(_words, id >> 6, out _) |= 1UL << (int)(id & 63);

    /// <summary>True where the id was removed.</summary>
    public bool Contains(long id) => _words.TryGetValue(id >> 6, out var word) && (word >> (int)(id & 63) & 1) != 0;
}
