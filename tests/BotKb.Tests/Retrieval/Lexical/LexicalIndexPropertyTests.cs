using BotKb.Retrieval.Lexical;
using FsCheck;
using FsCheck.Xunit;

namespace BotKb.Tests.Retrieval.Lexical;

public sealed class LexicalIndexPropertyTests
{
    [Property(MaxTest = 300)]
    public void Finds_what_scoring_every_chunk_finds(DoNotSize<int> seed)
    {
        var history = new CorpusHistory(seed.Item);
        var snapshot = history.Play(Math.Abs(seed.Item % 4) / 4.0).Current;
        for (var i = 0; i < 5; i++)
        {
            var question = history.Question();
            var sources = history.SomeSources();
            var scopes = history.SomeScopes();

            var found = snapshot.Search(question, sources, scopes, 20);

            found.Hits.ShouldBe(ExhaustiveSearch.Run(history.Findable(sources, scopes), question, found.TermIdf, 20));
        }
    }

    [Property(MaxTest = 100)]
    public void Counts_rarity_exactly_while_nothing_is_removed(DoNotSize<int> seed)
    {
        var history = new CorpusHistory(seed.Item);
        var snapshot = history.Play(0).Current;
        var question = history.Question();
        var sources = history.SomeSources();
        var rows = history.Rows.Where(row => sources.Contains(row.Source)).ToList();

        var found = snapshot.Search(question, sources, new HashSet<long>(), 20);

        found.TermIdf.ShouldBe(
            question.ToDictionary(term => term.Term, term => Bm25.Idf(rows.Count(row => row.Terms.ContainsKey(term.Term)), rows.Count)),
            ignoreOrder: true);
    }

    [Property(MaxTest = 100)]
    public void Does_not_depend_on_the_batches_in_which_chunks_came(DoNotSize<int> seed)
    {
        var history = new CorpusHistory(seed.Item);
        var first = history.Play(0).Current;
        var second = history.Play(0).Current;
        var question = history.Question();
        var sources = history.SomeSources();
        var scopes = history.SomeScopes();

        second.ChunkCount.ShouldBe(history.Rows.Count);
        second.Search(question, sources, scopes, 20).Hits.ShouldBe(first.Search(question, sources, scopes, 20).Hits);
    }
}
