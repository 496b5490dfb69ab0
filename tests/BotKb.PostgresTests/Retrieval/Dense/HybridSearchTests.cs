using BotKb.Access;
using BotKb.Answering;
using BotKb.PostgresTests.Fixture;
using BotKb.PostgresTests.Knowledge;
using BotKb.Retrieval;
using BotKb.Retrieval.Dense;

namespace BotKb.PostgresTests.Retrieval.Dense;

public sealed class HybridSearchTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Reader Anna = new("anna@example.com", ["user:anna@example.com"]);
    private readonly FakeEmbeddings _embeddings = new(new FakeEmbeddingModel("one"));
    private TestKnowledge _knowledge = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation, _embeddings);

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    [Fact]
    public async Task Finds_what_shares_no_word_with_the_question_in_both_languages()
    {
        _knowledge.Source.Put("en", "Vacation is thirty days.");
        _knowledge.Source.Put("zh", "年假 三十天。");
        _knowledge.Source.Put("car", "The automobile stands in the garage.");
        await IndexAsync();

        var found = await SearchAsync("holiday");

        found.Passages.Take(2).Select(passage => passage.Path).ShouldBe(["en.txt", "zh.txt"], ignoreOrder: true);
        found.Passages[0].Similarity.ShouldNotBeNull().ShouldBeGreaterThan(0.5);
        found.Passages.Select(passage => passage.FusedScore).ShouldBeInOrder(SortDirection.Descending);
        found.MeaningFailure.ShouldBeNull();
    }

    [Fact]
    public async Task Meaning_shows_nobody_what_he_may_not_read()
    {
        _knowledge.Source.Put("anna", "Vacation is thirty days.", readers: ReaderSet.Of(["user:anna@example.com"]));
        _knowledge.Source.Put("nobody", "Leave is ten days.", readers: ReaderSet.Nobody);
        await IndexAsync();

        (await SearchAsync("holiday")).Passages.ShouldBeEmpty();
        (await SearchAsync("holiday", Anna)).Passages.ShouldHaveSingleItem().Path.ShouldBe("anna.txt");
        _knowledge.Source.Put("anna", "Vacation is thirty days.", readers: ReaderSet.Nobody);
        await _knowledge.SyncAsync(Cancellation);

        (await SearchAsync("holiday", Anna)).Passages.ShouldBeEmpty();
        _embeddings.Model!.Embedded.Count(text => text.Contains("Vacation", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Words_find_a_document_that_is_not_embedded_yet()
    {
        await IndexAsync();
        _knowledge.Source.Put("a", "A frobnik has thirty days.");
        await _knowledge.SyncAsync(Cancellation);

        (await SearchAsync("frobnik days")).Passages.ShouldHaveSingleItem().Similarity.ShouldBeNull();
        (await SearchAsync("grundle")).Passages.ShouldBeEmpty();
        await _knowledge.Get<IndexVectors>().RunAsync(Cancellation);

        (await SearchAsync("grundle")).Passages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Removed_document_is_not_found_even_before_its_vectors_are_gone()
    {
        _knowledge.Source.Put("a", "Vacation is thirty days.");
        await IndexAsync();
        _knowledge.Source.Remove("a");
        await _knowledge.SyncAsync(Cancellation);

        (await SearchAsync("holiday")).Passages.ShouldBeEmpty();
        await _knowledge.Get<IndexVectors>().RunAsync(Cancellation);
        (await _knowledge.QueryAsync("select count(*) from dense_1", Cancellation)).ShouldBe(["0"]);
    }

    [Fact]
    public async Task Model_that_fails_slows_down_one_question_and_words_answer_all()
    {
        _knowledge.Source.Put("a", "Vacation is thirty days.");
        await IndexAsync();
        var model = _embeddings.Model!;
        model.BeforeQuestion = () => throw new ModelException(ModelFailure.Silent, "Models:one did not answer in time.");

        var found = await SearchAsync("vacation");
        found.Passages.ShouldHaveSingleItem().Similarity.ShouldBeNull();
        found.MeaningFailure.ShouldBe("Models:one did not answer in time.");
        (await SearchAsync("vacation")).MeaningFailure.ShouldBe("Models:one did not answer in time.");
        model.Questions.ShouldBe(1);
        model.BeforeQuestion = () => { };
        _knowledge.Time.Advance(TimeSpan.FromSeconds(6));

        (await SearchAsync("vacation")).Passages.ShouldHaveSingleItem().Similarity.ShouldNotBeNull();
    }

    [Fact]
    public async Task Question_whose_vector_has_another_length_is_searched_by_its_words()
    {
        _knowledge.Source.Put("a", "Vacation is thirty days.");
        await IndexAsync();

        // Somebody put another model behind the same name.
        _embeddings.Model = new FakeEmbeddingModel("one", dimension: 32);
        var found = await SearchAsync("vacation");

        found.Passages.ShouldHaveSingleItem().Similarity.ShouldBeNull();
        found.MeaningFailure.ShouldNotBeNull().ShouldContain("32");
    }

    private async Task IndexAsync()
    {
        await _knowledge.SyncAsync(Cancellation);
        (await _knowledge.Get<IndexVectors>().RunAsync(Cancellation)).ShouldBeTrue();
        _knowledge.Time.Advance(TimeSpan.FromSeconds(3));
    }

    private Task<SearchResult> SearchAsync(string question, Reader? reader = null) =>
        _knowledge.Get<IPassageSearch>().SearchAsync(question, [_knowledge.Kb], reader ?? Reader.Anonymous, 10, Cancellation);
}
