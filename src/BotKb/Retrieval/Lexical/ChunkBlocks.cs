using System.Numerics;
using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Lexical;

/// <summary>
/// Gathers chunks into blocks of one source and gives each to an index when so many are held. Term vectors are copied into pages that are
/// used again, so that filling leaves no garbage; the pages of a block grow with it, so that many sources take little. One thread at a time.
/// </summary>
internal sealed class ChunkBlocks(LexicalIndex index, int blockSize)
{
    // Below the size from which .NET keeps an array apart from the others and moves it never.
    private const int LargestPage = 65_536;
    private const int SmallestPage = 1_024;
    private readonly SegmentBuilder _builder = new();
    private readonly Dictionary<long, Block> _blocks = [];
    private readonly Stack<Block> _emptied = new();
    private readonly Stack<byte[]>[] _free = [.. Enumerable.Range(0, BitOperations.Log2(LargestPage) + 1).Select(_ => new Stack<byte[]>())];
    private int _held;

    /// <summary>Takes a chunk.</summary>
    /// <exception cref="InvalidDataException">A term vector that is held is damaged.</exception>
    public void Add(long chunkId, long sourceId, long documentId, ReadOnlySpan<byte> lex)
    {
        if (!_blocks.TryGetValue(sourceId, out var block))
        {
            block = _emptied.TryPop(out var emptied) ? emptied : new Block([], []);
            _blocks.Add(sourceId, block);
        }

        block.Chunks.Add(new ChunkEntry(chunkId, sourceId, documentId, Keep(block, lex)));
        if (++_held == blockSize)
        {
            // Whatever the others hold waits: a source whose chunks come in a row gets full segments.
            var (source, largest) = _blocks.MaxBy(held => held.Value.Chunks.Count);
            Give(source, largest);
        }
    }

    /// <summary>Gives what is left.</summary>
    /// <exception cref="InvalidDataException">A term vector that is held is damaged.</exception>
    public void Finish()
    {
        foreach (var (source, block) in _blocks.ToArray())
        {
            Give(source, block);
        }
    }

    private void Give(long source, Block block)
    {
        _blocks.Remove(source);
        block.Chunks.Sort((a, b) => a.ChunkId.CompareTo(b.ChunkId));
        index.Fill(source, CollectionsMarshal.AsSpan(block.Chunks), _builder);
        _held -= block.Chunks.Count;
        block.Chunks.Clear();
        foreach (var page in block.Pages)
        {
            _free[BitOperations.Log2((uint)page.Length)].Push(page);
        }

        block.Pages.Clear();
        block.Used = 0;
        _emptied.Push(block);
    }

    private ArraySegment<byte> Keep(Block block, ReadOnlySpan<byte> lex)
    {
        if (lex.Length > LargestPage / 2)
        {
            return lex.ToArray();
        }

        if (block.Pages.Count == 0 || block.Used + lex.Length > block.Pages[^1].Length)
        {
            var twice = block.Pages.Count == 0 ? SmallestPage : Math.Min(block.Pages[^1].Length * 2, LargestPage);
            block.Pages.Add(Page(Math.Max(twice, (int)BitOperations.RoundUpToPowerOf2((uint)lex.Length))));
            block.Used = 0;
        }

        var kept = new ArraySegment<byte>(block.Pages[^1], block.Used, lex.Length);
        lex.CopyTo(kept);
        block.Used += lex.Length;
        return kept;
    }

    private byte[] Page(int bytes) => _free[BitOperations.Log2((uint)bytes)].TryPop(out var free) ? free : new byte[bytes];

    private sealed record Block(List<ChunkEntry> Chunks, List<byte[]> Pages)
    {
        public int Used { get; set; }
    }
}
