using System.Runtime.InteropServices;

namespace BotKb.Answering;

/// <summary>What of a question stands in a text.</summary>
/// <param name="Strengths">By unit of the question: 1 where its own word stands in the text, less for a translation or a synonym.</param>
/// <param name="Places">Where, in the order of the text.</param>
/// <param name="NewWords">Words of the text, or characters of a script without spaces, that are no part of the question.</param>
internal sealed record TextMatch(float[] Strengths, IReadOnlyList<TextMatch.Place> Places, int NewWords)
{
    /// <summary>A match in the text.</summary>
    /// <param name="At">The character at which it begins.</param>
    /// <param name="Word">The word at which it begins.</param>
    /// <param name="Unit">The unit of the question.</param>
    /// <param name="Worth">The unit's weight, less for a translation or a synonym.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Place(int At, int Word, int Unit, float Worth);
}
