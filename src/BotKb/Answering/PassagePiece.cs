using System.Runtime.InteropServices;

namespace BotKb.Answering;

/// <summary>A sentence, table row or heading of a passage.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the passage.</param>
/// <param name="Length">Its characters, without white space around them.</param>
/// <param name="HeaderStart">For a table row: where the header row begins.</param>
/// <param name="HeaderLength">For a table row: the header's characters; 0 where the passage shows none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PassagePiece(PieceKind Kind, int Start, int Length, int HeaderStart = 0, int HeaderLength = 0)
{
    /// <summary>Where it ends in the passage.</summary>
    public int End => Start + Length;
}
