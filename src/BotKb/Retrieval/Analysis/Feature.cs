using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Analysis;

/// <summary>
/// The kinds of terms and their ids. An id is a 32-bit hash of kind and characters that is the same in every process and version:
/// it is stored.
/// </summary>
internal static class Feature
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>A stemmed word, a number, or a word that carries digits.</summary>
    public static uint Word(ReadOnlySpan<char> stem) => Hash('e', stem);

    /// <summary>A code, version, address or file name as it is written, lower case.</summary>
    public static uint Code(ReadOnlySpan<char> code) => Hash('c', code);

    /// <summary>Two neighbouring characters of a script without spaces, or a lone one.</summary>
    public static uint Bigram(ReadOnlySpan<char> characters) => Hash('b', characters);

    /// <summary>An English stem that a Chinese word of the text is translated by.</summary>
    public static uint Gloss(ReadOnlySpan<char> stem) => Hash('g', stem);

    /// <summary>The 64-bit form, for tables that must not confuse two strings.</summary>
    public static ulong Hash64(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var c in text)
        {
            hash = Extend(hash, c);
        }

        return hash;
    }

    /// <summary>The hash of a string from the hash of its beginning.</summary>
    public static ulong Extend(ulong hash, char next) => (hash ^ next) * Prime;

    /// <summary>The hash of the empty string.</summary>
    public static ulong Empty => Offset;

    private static uint Hash(char kind, ReadOnlySpan<char> text)
    {
        var hash = Extend(Offset, kind);
        foreach (var c in MemoryMarshal.AsBytes(text))
        {
            hash = (hash ^ c) * Prime;
        }

        hash ^= hash >> 32;
        hash *= 0xff51afd7ed558ccd;
        return (uint)(hash >> 32);
    }
}
