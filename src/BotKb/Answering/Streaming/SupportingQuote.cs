using BotKb.Retrieval;

namespace BotKb.Answering.Streaming;

/// <summary>Finds the words of a passage that a model's statement most probably rests on.</summary>
internal static class SupportingQuote
{
    private const int LongestStatement = 400;
    private const int LongestQuote = 300;

    /// <summary>The sentence or row that shares most words with the statement; the first one where none shares any.</summary>
    public static string Of(Passage passage, string statement)
    {
        var said = Wording.Of(statement.Length > LongestStatement ? statement[^LongestStatement..] : statement);
        var pieces = PassagePieces.Of(passage).Where(piece => piece.Kind != PieceKind.Context)
            .Select(piece => passage.Text.Substring(piece.Start, piece.Length));
        var best = pieces.MaxBy(piece => said.SharedBy(Wording.Of(piece))) ?? passage.Text;
        return best.Length <= LongestQuote ? best : best[..(char.IsHighSurrogate(best[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)];
    }
}
