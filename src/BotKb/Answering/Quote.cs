using BotKb.Retrieval;

namespace BotKb.Answering;

/// <summary>A sentence as it is shown, and the words of the passage that it is.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Text">As shown; empty where the room takes no word of it.</param>
/// <param name="Start">Where its words begin in the passage.</param>
/// <param name="End">Where they end.</param>
internal sealed record Quote(Passage Passage, string Text, int Start, int End)
{
    /// <summary>Quotes a choice within its room. A table row or a list is quoted whole, whatever of it is shown.</summary>
    public static Quote Of(Choice choice)
    {
        var candidate = choice.Candidate;
        var (at, length) = Excerpt.Of(candidate.Shown, candidate.Match.Places, choice.Room);
        var text = candidate.Shown.Substring(at, length);
        if (length > 0)
        {
            text = (at > 0 ? Excerpt.Ellipsis : "") + text + (at + length < candidate.Shown.Length ? Excerpt.Ellipsis : "");
        }

        if (candidate.Piece.Kind != PieceKind.Sentence)
        {
            return new Quote(candidate.Passage, text, candidate.Piece.Start, candidate.Piece.End);
        }

        // A sentence is shown from after its list mark.
        var start = candidate.Piece.End - candidate.Shown.Length + at;
        return new Quote(candidate.Passage, text, start, start + length);
    }
}
