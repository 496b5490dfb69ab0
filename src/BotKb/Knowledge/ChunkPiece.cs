using System.Runtime.InteropServices;

namespace BotKb.Knowledge;

/// <summary>A block, or a part of one, that fits a chunk.</summary>
/// <param name="Block">The block that it is from.</param>
/// <param name="Text">Its text.</param>
/// <param name="Size">How much of a chunk it fills, at most 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChunkPiece(Block Block, string Text, double Size)
{
    public bool IsHeading => Block.Kind == BlockKind.Heading;
}
