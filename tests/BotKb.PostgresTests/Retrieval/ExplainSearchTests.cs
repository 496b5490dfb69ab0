using BotKb.Access;
using BotKb.PostgresTests.Fixture;
using BotKb.PostgresTests.Knowledge;
using BotKb.Retrieval;

namespace BotKb.PostgresTests.Retrieval;

public sealed class ExplainSearchTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestKnowledge _knowledge = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation);

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    [Theory]
    [InlineData("When are badges printed?")]
    [InlineData("员工证什么时候打印？")]
    public async Task Scores_of_the_terms_and_the_sentence_add_up_to_the_score(string question)
    {
        _knowledge.Source.Put("a", "Badges are printed on Monday.");
        _knowledge.Source.Put("b", "员工证每周一打印。");
        _knowledge.Source.Put("c", "Parking costs nine euro a month.");
        await _knowledge.SyncAsync(Cancellation);

        var hits = await ExplainAsync(question, Reader.Anonymous);

        hits.ShouldNotBeEmpty();
        foreach (var hit in hits)
        {
            (hit.Terms.Sum(term => term.Score) + hit.SentenceScore).ShouldBe(hit.Passage.Score, 0.001);
            hit.Terms.Select(term => term.Score).ShouldBeInOrder(SortDirection.Descending);
        }
    }

    [Fact]
    public async Task Terms_are_called_by_the_words_of_the_question_and_their_translations()
    {
        _knowledge.Source.Put("a", "Badges are printed on Monday.");
        _knowledge.Source.Put("b", "打印机在二楼。");
        await _knowledge.SyncAsync(Cancellation);

        var english = (await ExplainAsync("printed badges", Reader.Anonymous))[0];
        var chinese = (await ExplainAsync("打印", Reader.Anonymous)).Single(hit => hit.Passage.Path == "a.txt");

        english.Terms.Where(term => term.Kind == TermKind.Word).Select(term => term.Text).ShouldBe(["print", "badg"], ignoreOrder: true);
        chinese.Terms.ShouldContain(term => term.Kind == TermKind.Translation && term.Text == "print");
    }

    [Fact]
    public async Task Reader_who_may_not_read_a_passage_gets_no_reason_either()
    {
        _knowledge.Source.Put("a", "Badges are printed on Monday.", readers: ReaderSet.Of(["user:anna@example.com"]));
        await _knowledge.SyncAsync(Cancellation);

        (await ExplainAsync("badges", Reader.Anonymous)).ShouldBeEmpty();
        (await ExplainAsync("badges", new Reader("anna@example.com", ["user:anna@example.com"]))).ShouldHaveSingleItem();
    }

    private Task<IReadOnlyList<ExplainedPassage>> ExplainAsync(string question, Reader reader) =>
        _knowledge.Get<ExplainSearch>().RunAsync(question, [_knowledge.Kb], reader, 10, Cancellation);
}
