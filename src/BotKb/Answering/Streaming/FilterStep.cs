using System.Runtime.InteropServices;

namespace BotKb.Answering.Streaming;

/// <summary>What became of a bracket.</summary>
/// <param name="Length">The characters that are dealt with; 0 where more text is needed to tell.</param>
/// <param name="Instead">Text to read in their place.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FilterStep(int Length, string? Instead)
{
    /// <summary>More text is needed.</summary>
    public static FilterStep Wait => default;

    /// <summary>True where more text is needed.</summary>
    public bool Waits => Length == 0;

    /// <summary>So many characters are dealt with.</summary>
    public static FilterStep Done(int length) => new(length, null);

    /// <summary>So many characters are to be read as other text.</summary>
    public static FilterStep Replace(int length, string instead) => new(length, instead);
}
