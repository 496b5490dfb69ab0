using System.Collections.Immutable;

namespace BotKb.Knowledge;

/// <summary>
/// Cuts a document into chunks of at most about 240 English words or 400 Chinese characters. Pure. Nothing is lost: each block's text is
/// in a chunk's text, or (headings) in its heading path. A chunk never spans two pages, sheets or slides; a table stays whole where it
/// fits and repeats its header row where it does not.
/// </summary>
public static class Chunker
{
    // A section that fills less than this shares its chunk with the next one.
    private const double OwnChunk = 0.3;

    // Headings may overfill a chunk by this much, so that they stay with the passage below them.
    private const double HeadingRoom = 0.25;

    /// <summary>The chunks of a document in reading order.</summary>
    public static ImmutableArray<Chunk> Split(ExtractedDocument document)
    {
        var chunks = ImmutableArray.CreateBuilder<Chunk>();
        var open = new List<ChunkPiece>();
        foreach (var piece in document.Blocks.SelectMany(ChunkPieces.Of))
        {
            if (open.Count > 0 && EndsBefore(open, piece))
            {
                Close(open, piece, chunks);
            }

            open.Add(piece);
        }

        if (open.Count > 0)
        {
            chunks.Add(Join(open, chunks.Count));
        }

        return chunks.ToImmutable();
    }

    private static bool EndsBefore(List<ChunkPiece> open, ChunkPiece next)
    {
        var size = open.Sum(piece => piece.Size);
        if (open.TrueForAll(piece => piece.IsHeading))
        {
            return size > HeadingRoom;
        }

        return !IsSamePlace(open[^1].Block, next.Block)
            || size + next.Size > 1
            || (next.IsHeading && size >= OwnChunk && !open[^1].IsHeading);
    }

    // Headings at the end belong to what follows.
    private static void Close(List<ChunkPiece> open, ChunkPiece next, ImmutableArray<Chunk>.Builder chunks)
    {
        var body = open.FindLastIndex(piece => !piece.IsHeading) + 1;
        var path = next.IsHeading ? Own(next.Block) : next.Block.HeadingPath;
        while (body < open.Count && !IsWithin(open[body].Block, path))
        {
            body++;
        }

        if (body > 0)
        {
            chunks.Add(Join(open[..body], chunks.Count));
            open.RemoveRange(0, body);
        }
    }

    private static bool IsSamePlace(Block block, Block other) =>
        block.Page == other.Page && block.Sheet == other.Sheet && block.Slide == other.Slide;

    private static Chunk Join(List<ChunkPiece> pieces, int ordinal)
    {
        var path = SharedPath(pieces);
        var shown = pieces.Where(piece => !piece.IsHeading || !IsWithin(piece.Block, path)).ToList();
        if (shown.Count == 0)
        {
            shown = [pieces[^1]];
            path = pieces[^1].Block.HeadingPath;
        }

        var text = string.Concat(shown.Select((piece, i) => i == 0 ? piece.Text : Separator(shown[i - 1], piece) + piece.Text));
        var place = pieces.Find(piece => !piece.IsHeading).Block ?? pieces[0].Block;
        return new Chunk(ordinal, text, path, place.Page, place.Sheet, place.Slide);
    }

    private static string Separator(ChunkPiece before, ChunkPiece piece) =>
        before.Block.Kind == piece.Block.Kind && piece.Block.Kind is BlockKind.ListItem or BlockKind.Code ? "\n" : "\n\n";

    private static ImmutableArray<string> SharedPath(List<ChunkPiece> pieces)
    {
        var body = pieces.Where(piece => !piece.IsHeading).ToList();
        var paths = (body.Count > 0 ? body.Select(piece => piece.Block.HeadingPath) : pieces.Select(piece => Own(piece.Block))).ToList();
        var shared = paths[0];
        foreach (var path in paths)
        {
            var same = 0;
            while (same < shared.Length && same < path.Length && shared[same] == path[same])
            {
                same++;
            }

            shared = shared[..same];
        }

        return shared;
    }

    private static bool IsWithin(Block heading, ImmutableArray<string> path) =>
        Own(heading) is var own && own.Length <= path.Length && own.SequenceEqual(path[..own.Length]);

    private static ImmutableArray<string> Own(Block heading) => heading.HeadingPath.Add(heading.Text);
}
