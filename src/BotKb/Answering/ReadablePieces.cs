using System.Text;
using BotKb.Retrieval.Analysis;

namespace BotKb.Answering;

/// <summary>
/// Words the pieces of a passage so that each can be read alone: a row with the names of its columns, an item without its mark, and a
/// sentence that announces a list with the items that follow it.
/// </summary>
internal static class ReadablePieces
{
    // Of the room of an answer: a list is not shown further than this.
    private const int ListRoom = 300;

    /// <summary>A piece as it is shown, and the stretch of the passage that it stands for.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="pieces">All its pieces.</param>
    /// <param name="index">Which one.</param>
    public static (PassagePiece Piece, string Shown) Read(string text, IReadOnlyList<PassagePiece> pieces, int index)
    {
        var piece = pieces[index];
        var own = text.Substring(piece.Start, piece.Length);
        return piece.Kind switch
        {
            PieceKind.TableRow => (piece, TableRows.Read(text.Substring(piece.HeaderStart, piece.HeaderLength), own)),
            PieceKind.Sentence when own[^1] is ':' or '：' => ReadList(text, pieces, index),
            PieceKind.Sentence => (piece, WithoutMark(own)),
            _ => (piece, own),
        };
    }

    private static (PassagePiece Piece, string Shown) ReadList(string text, IReadOnlyList<PassagePiece> pieces, int lead)
    {
        var piece = pieces[lead];
        var shown = new StringBuilder(WithoutMark(text.Substring(piece.Start, piece.Length)));
        var wide = Script.IsChinese(shown.ToString());
        var room = ListRoom - ShownLength.Of(shown.ToString());
        var end = piece.End;
        for (var i = lead + 1; i < pieces.Count && Continues(text, pieces[i - 1], pieces[i], i > lead + 1); i++)
        {
            var own = text.Substring(pieces[i].Start, pieces[i].Length);
            room -= ShownLength.Of(own) + 1;
            if (room < 0)
            {
                break;
            }

            if (i > lead + 1 && PassagePieces.MarkLength(own) > 0)
            {
                Unstop(shown).Append(wide ? '；' : ';');
            }

            shown.Append(wide && i > lead ? "" : " ").Append(WithoutMark(own));
            end = pieces[i].End;
        }

        return end == piece.End
            ? (piece, shown.ToString())
            : (new PassagePiece(PieceKind.List, piece.Start, end - piece.Start), shown.ToString());
    }

    // The next item, or the next sentence on the line of an item.
    private static bool Continues(string text, PassagePiece before, PassagePiece next, bool inItem) =>
        next.Kind == PieceKind.Sentence
        && (PassagePieces.MarkLength(text.AsSpan(next.Start, next.Length)) > 0
            || (inItem && !text.AsSpan(before.End, next.Start - before.End).Contains('\n')));

    private static string WithoutMark(string own) => own[PassagePieces.MarkLength(own)..].Replace('\n', ' ');

    private static StringBuilder Unstop(StringBuilder shown)
    {
        while (shown.Length > 0 && shown[^1] is '.' or ';' or ',' or '。' or '；' or '，')
        {
            shown.Length--;
        }

        return shown;
    }
}
