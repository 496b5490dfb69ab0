using BotKb.Retrieval.Analysis;
using BotKb.Retrieval.Lexical;

namespace BotKb.Tests.Retrieval.Lexical;

public sealed class ChunkBlocksTests
{
    [Fact]
    public void Many_sources_of_a_few_chunks_take_little_memory_while_they_wait()
    {
        const int Sources = 2_000;
        const int ChunksEach = 4;
        var lex = new TermVector(300, [.. Enumerable.Range(0, 300).Select(i => (uint)i * 1_000_003)], [.. Enumerable.Repeat((byte)1, 300)]).Encode();
        var index = new LexicalIndex();
        var blocks = new ChunkBlocks(index, Segment.Capacity);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Sources * ChunksEach; i++)
        {
            blocks.Add(i + 1, i % Sources, i % Sources, lex);
        }

        // Less than four times what is held, with the lists and their growth.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4L * Sources * ChunksEach * lex.Length);
        blocks.Finish();
        index.Current.ChunkCount.ShouldBe(Sources * ChunksEach);
        index.Current.SegmentCount.ShouldBe(Sources);
    }
}
