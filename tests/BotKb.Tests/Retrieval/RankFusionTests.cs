using System.Collections.Immutable;
using BotKb.Retrieval;
using FsCheck.Xunit;

namespace BotKb.Tests.Retrieval;

public sealed class RankFusionTests
{
    [Fact]
    public void Passage_that_both_searches_found_goes_before_one_that_either_found()
    {
        var fused = RankFusion.Fuse([Passage(1, 9), Passage(2, 8, similarity: 0.5), Passage(3, 0, similarity: 0.9)], 3);

        fused.Select(passage => passage.ChunkId).ShouldBe([2, 1, 3]);
    }

    [Fact]
    public void Places_are_kept_for_the_language_that_would_be_drowned()
    {
        var english = Enumerable.Range(1, 20).Select(i => Passage(i, 100 - i, similarity: 0.9 - (i / 100.0)));
        var chinese = Enumerable.Range(101, 5).Select(i => Passage(i, 0, "年假三十天", 0.3));

        var fused = RankFusion.Fuse([.. english, .. chinese], 8);

        fused.Select(passage => passage.ChunkId).ShouldBe([1, 2, 3, 4, 5, 6, 101, 102]);
    }

    [Fact]
    public void One_language_alone_keeps_all_places()
    {
        var fused = RankFusion.Fuse([.. Enumerable.Range(1, 20).Select(i => Passage(i, 100 - i, similarity: 0.5))], 8);

        fused.Select(passage => passage.ChunkId).ShouldBe(Enumerable.Range(1, 8).Select(i => (long)i));
    }

    [Property]
    public void Fused_passages_are_some_of_the_given_ones_each_once_with_falling_scores(byte[] scores, bool[] near, byte count)
    {
        var passages = scores.Select((score, i) =>
                Passage(i, score, i % 3 == 0 ? "年假三十天" : "thirty days", i < near.Length && near[i] ? (score % 7) / 7.0 : null))
            .OrderByDescending(passage => passage.Score).ToImmutableArray();

        var fused = RankFusion.Fuse(passages, count);

        fused.Length.ShouldBe(Math.Min(count, scores.Length));
        fused.Select(passage => passage.ChunkId).ShouldBeUnique();
        fused.Select(passage => passage.FusedScore).ShouldBeInOrder(SortDirection.Descending);
        fused.Select(passage => passage.ChunkId).Except(passages.Select(passage => passage.ChunkId)).ShouldBeEmpty();
    }

    private static Passage Passage(long id, double score, string text = "thirty days", double? similarity = null) =>
        new(id, id, 0, "", "a.txt", null, [], null, null, null, text, score) { Similarity = similarity };
}
