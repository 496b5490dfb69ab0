using BotKb.Retrieval.Analysis;
using BotKb.Retrieval.Lexical;

namespace BotKb.Tests.Retrieval.Lexical;

public sealed class LexicalIndexTests
{
    private static readonly IReadOnlySet<long> Everyone = new HashSet<long> { 1 };
    private static readonly IReadOnlyList<QueryTerm> Question = [new QueryTerm(7, 1f)];

    [Fact]
    public void Hides_a_chunk_until_its_document_is_known()
    {
        var index = new LexicalIndex();
        index.Apply([], [Chunk(1, document: 5)], []);
        Found(index).ShouldBeEmpty();

        index.Apply([new DocumentEntry(5, 1)], [], []);

        Found(index).ShouldBe([1]);
    }

    [Fact]
    public void Follows_a_document_into_another_scope_but_leaves_running_searches_alone()
    {
        var index = new LexicalIndex();
        index.Apply([new DocumentEntry(5, 1)], [Chunk(1, document: 5)], []);
        var before = index.Current;

        index.Apply([new DocumentEntry(5, 2)], [], []);

        Found(index).ShouldBeEmpty();
        index.Current.Search(Question, [1], new HashSet<long> { 2 }, 20).Hits.ShouldHaveSingleItem();
        before.Search(Question, [1], Everyone, 20).Hits.ShouldHaveSingleItem();
    }

    [Fact]
    public void Removal_wins_over_an_addition_of_the_same_moment()
    {
        var index = new LexicalIndex();
        index.Apply([new DocumentEntry(5, 1)], [Chunk(1, document: 5), Chunk(2, document: 5)], [1, 3]);
        index.Apply([], [Chunk(2, document: 5)], [2]);

        Found(index).ShouldBeEmpty();
        index.Current.ChunkCount.ShouldBe(0);
        index.Current.SegmentCount.ShouldBe(0);
    }

    [Fact]
    public void Counts_rarity_within_the_sources_searched()
    {
        var index = new LexicalIndex();
        index.Apply([], Enumerable.Range(1, 90).Select(id => Chunk(id, source: 2)).Concat([Chunk(100), Chunk(101, term: 8)]).ToList(), []);

        var both = index.Current.Search(Question, [1, 2], Everyone, 20).TermIdf[7];
        var own = index.Current.Search(Question, [1], Everyone, 20).TermIdf[7];

        own.ShouldBe(Bm25.Idf(1, 2));
        both.ShouldBe(Bm25.Idf(91, 92));
        index.Current.Search([new QueryTerm(9, 1f)], [1, 2], Everyone, 20).TermIdf[9].ShouldBe(Bm25.Idf(1, 92));
    }

    [Fact]
    public void Fills_the_hits_with_what_the_reader_may_see_however_much_ranks_above_it()
    {
        var index = new LexicalIndex();
        var hidden = Enumerable.Range(1, 5_000).Select(id => Chunk(id, document: 6, frequency: 200));
        var visible = Enumerable.Range(5_001, 30).Select(id => Chunk(id, document: 5, frequency: 8));
        index.Apply([new DocumentEntry(5, 1), new DocumentEntry(6, 2)], [.. hidden, .. visible], []);

        Found(index).ShouldBe(Enumerable.Range(5_001, 20).Select(id => (long)id));
    }

    [Fact]
    public void Holds_more_chunks_than_one_segment_numbers()
    {
        var index = new LexicalIndex();
        var last = Segment.Capacity + 10;
        index.Apply([new DocumentEntry(5, 1)], Enumerable.Range(1, last).Select(id => Chunk(id, term: id == last ? 7u : 8u)).ToList(), []);

        Found(index).ShouldBe([last]);
        index.Current.ChunkCount.ShouldBe(last);
    }

    [Fact]
    public void Keeps_few_segments_when_documents_come_one_by_one()
    {
        var index = new LexicalIndex();
        for (var id = 1; id <= 3_000; id++)
        {
            index.Apply([new DocumentEntry(5, 1)], [Chunk(id)], []);
        }

        Settle(index);
        index.Current.Sources[1].Length.ShouldBeLessThan(40);
        index.Current.ChunkCount.ShouldBe(3_000);
    }

    [Fact]
    public void Gives_back_the_memory_of_removed_chunks()
    {
        var index = new LexicalIndex();
        index.Apply([new DocumentEntry(5, 1)], Enumerable.Range(1, 1_000).Select(id => Chunk(id)).ToList(), []);
        var full = index.Current.EstimatedBytes;

        index.Apply([], [], Enumerable.Range(1, 900).Select(id => (long)id).ToList());
        Settle(index);

        index.Current.ChunkCount.ShouldBe(100);
        index.Current.EstimatedBytes.ShouldBeLessThan(full);
        index.Current.Search(Question, [1], Everyone, 20).TermIdf[7].ShouldBe(Bm25.Idf(100, 100));
    }

    [Fact]
    public void Names_the_chunk_whose_vector_is_damaged_and_keeps_what_it_has()
    {
        var index = new LexicalIndex();
        index.Apply([new DocumentEntry(5, 1)], [Chunk(1)], []);

        Should.Throw<InvalidDataException>(() => index.Apply([], [Chunk(2), new ChunkEntry(31, 1, 5, new byte[] { 9, 9, 9 })], []))
            .Message.ShouldContain("31");

        Found(index).ShouldBe([1]);
    }

    [Fact]
    public async Task Can_be_searched_while_it_is_written()
    {
        var index = new LexicalIndex();
        index.Apply([new DocumentEntry(0, 1)], [Chunk(1, document: 0, frequency: 255)], []);
        var written = false;
        var reader = Task.Run(
            () =>
            {
                var best = new HashSet<long>();
                do
                {
                    best.Add(Found(index)[0]);
                }
                while (!Volatile.Read(ref written));
                return best;
            },
            TestContext.Current.CancellationToken);
        for (var id = 2; id <= 2_000; id++)
        {
            index.Apply([new DocumentEntry(id, id % 3)], [Chunk(id, document: id)], id > 5 ? [id - 3] : []);
            index.MergeOnce();
        }

        Volatile.Write(ref written, true);
        (await reader).ShouldBe([1]);
    }

    [Fact]
    public void Counts_what_a_reader_may_see_up_to_a_limit()
    {
        var index = new LexicalIndex();
        index.Apply(
            [new DocumentEntry(5, 1), new DocumentEntry(6, 2)],
            [.. Enumerable.Range(1, 100).Select(id => Chunk(id, source: id % 2, document: 5 + (id % 4 / 2)))],
            [4, 8]);

        index.Current.CountVisible([0, 1, 2], Everyone, 1_000).ShouldBe(48);
        index.Current.CountVisible([0], Everyone, 1_000).ShouldBe(23);
        index.Current.CountVisible([0, 1], Everyone, 10).ShouldBe(10);
        index.Current.CountVisible([0, 1], new HashSet<long>(), 10).ShouldBe(0);
    }

    [Fact]
    public void Large_segments_are_merged_when_somebody_has_time_and_what_went_meanwhile_stays_away()
    {
        var index = new LexicalIndex();
        for (var block = 0; block < 8; block++)
        {
            index.Apply([new DocumentEntry(5, 1)], [.. Enumerable.Range(1 + (block * 600), 600).Select(id => Chunk(id))], []);
        }

        index.Current.SegmentCount.ShouldBe(8);
        index.Apply([], [], [1, 4_800]);
        index.MergeOnce().ShouldBeTrue();
        index.MergeOnce().ShouldBeFalse();

        index.Current.SegmentCount.ShouldBe(1);
        index.Current.ChunkCount.ShouldBe(4_798);
        Found(index)[0].ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_is_lost_or_kept_of_what_changes_while_segments_are_merged()
    {
        var index = new LexicalIndex();
        var random = new Random(1);
        var live = new SortedSet<long>();
        var written = false;
        var merging = Task.Run(
            () =>
            {
                while (!Volatile.Read(ref written))
                {
                    index.MergeOnce();
                }
            },
            TestContext.Current.CancellationToken);
        for (var block = 0; block < 60; block++)
        {
            var added = Enumerable.Range(1 + (block * 1_000), random.Next(300, 900)).Select(id => Chunk(id, source: block % 2)).ToList();
            var removed = live.Where(_ => random.Next(10) == 0).ToList();
            index.Apply([], added, removed);
            live.UnionWith(added.Select(chunk => chunk.ChunkId));
            live.ExceptWith(removed);
        }

        Volatile.Write(ref written, true);
        await merging;
        Settle(index);
        index.Current.Sources.Values.SelectMany(segments => segments)
            .SelectMany(segment => segment.Segment.ChunkIds.Where((_, place) => !segment.IsDead(place))).Order().ShouldBe(live);
        index.Current.SegmentCount.ShouldBeLessThan(30);
    }

    private static void Settle(LexicalIndex index)
    {
        while (index.MergeOnce())
        {
            // One more.
        }
    }

    private static long[] Found(LexicalIndex index) =>
        [.. index.Current.Search(Question, [1], Everyone, 20).Hits.Select(hit => hit.ChunkId)];

    private static ChunkEntry Chunk(long id, long source = 1, long document = 5, uint term = 7, byte frequency = 8) =>
        new(id, source, document, new TermVector(10, [term], [frequency]).Encode());
}
