using System.Runtime.InteropServices;

namespace BotKb.Answering;

/// <summary>What of a question stands in a text.</summary>
/// <param name="Strengths">By unit of the question: 1 where its own word stands in the text, less for a translation or a synonym.</param>
/// <param name="Places">Where, in characters, and what that is worth.</param>
/// <param name="Words">Words and characters of the text that are no part of the question.</param>
internal sealed record TextMatch(float[] Strengths, IReadOnlyList<TextMatch.Place> Places, int Words)
{
    /// <summary>A match in the text.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Place(int At, int Unit, float Worth, int Word);
}
