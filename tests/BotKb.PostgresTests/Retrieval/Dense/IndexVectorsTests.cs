using BotKb.Answering;
using BotKb.PostgresTests.Fixture;
using BotKb.PostgresTests.Knowledge;
using BotKb.Retrieval.Dense;

namespace BotKb.PostgresTests.Retrieval.Dense;

public sealed class IndexVectorsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly FakeEmbeddings _embeddings = new(new FakeEmbeddingModel("one"));
    private TestKnowledge _knowledge = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IndexVectors Vectors => _knowledge.Get<IndexVectors>();

    public async ValueTask InitializeAsync() => _knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation, _embeddings);

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    [Fact]
    public async Task Text_that_is_known_is_not_embedded_again()
    {
        var model = _embeddings.Model!;
        _knowledge.Source.Put("a", "Vacation is thirty days.");
        _knowledge.Source.Put("copy", "Vacation is thirty days.");
        await SyncAsync();
        await Vectors.RunAsync(Cancellation);
        _knowledge.Source.Put("later", "Vacation is thirty days.");
        await SyncAsync();
        await Vectors.RunAsync(Cancellation);

        // One is the text that tells how long the vectors are.
        model.Embedded.Count.ShouldBe(2);
        (await VectorsAsync(1)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Refused_text_is_kept_with_its_reason_and_not_asked_again()
    {
        _embeddings.Model!.Refuses = text => text.Contains("forbidden", StringComparison.Ordinal);
        _knowledge.Source.Put("a", "forbidden words");
        _knowledge.Source.Put("b", "Vacation is thirty days.");
        await SyncAsync();
        await Vectors.RunAsync(Cancellation);
        await Vectors.RunAsync(Cancellation);

        (await _knowledge.QueryAsync("select reason from dense_1 where embedding is null", Cancellation)).ShouldBe(["The model refuses it."]);
        _embeddings.Model!.Embedded.Count.ShouldBe(3);
        (await _knowledge.FindAsync("forbidden", Cancellation)).ShouldContain("a.txt");
    }

    [Fact]
    public async Task New_model_takes_over_when_its_index_is_complete_and_the_old_one_is_asked_until_then()
    {
        var old = _embeddings.Model!;
        _knowledge.Source.Put("a", "Vacation is thirty days.");
        await SyncAsync();
        await Vectors.RunAsync(Cancellation);
        var young = new FakeEmbeddingModel("two", dimension: 16)
        {
            BeforePassages = BreakAt(2),
        };
        _embeddings.Model = young;
        await Should.ThrowAsync<ModelException>(() => Vectors.RunAsync(Cancellation));
        _knowledge.Time.Advance(TimeSpan.FromSeconds(3));

        (await _knowledge.FindAsync("holiday", Cancellation)).ShouldBe(["a.txt"]);
        (old.Questions, young.Questions).ShouldBe((1, 0));
        (await _knowledge.QueryAsync("select failure from embedding_index where state = 'building'", Cancellation))
            .ShouldBe(["The connection failed."]);
        await Vectors.RunAsync(Cancellation);

        (await _knowledge.FindAsync("holiday", Cancellation)).ShouldBe(["a.txt"]);
        (old.Questions, young.Questions).ShouldBe((1, 1));
        _knowledge.Time.Advance(TimeSpan.FromMinutes(1));
        await Vectors.RunAsync(Cancellation);
        (await TablesAsync()).ShouldBe(["dense_2"]);
    }

    [Fact]
    public async Task Model_changed_twice_during_a_rebuild_leaves_one_complete_index()
    {
        for (var i = 0; i < 5; i++)
        {
            _knowledge.Source.Put($"{i}", $"Vacation rule {i}.");
        }

        await SyncAsync();
        await Vectors.RunAsync(Cancellation);
        _embeddings.Model = new FakeEmbeddingModel("two") { BeforePassages = BreakAt(2) };
        await Should.ThrowAsync<ModelException>(() => Vectors.RunAsync(Cancellation));
        _embeddings.Model = new FakeEmbeddingModel("three", 16) { BeforePassages = BreakAt(2) };
        await Should.ThrowAsync<ModelException>(() => Vectors.RunAsync(Cancellation));
        _embeddings.Model = new FakeEmbeddingModel("two");
        await Vectors.RunAsync(Cancellation);
        _knowledge.Time.Advance(TimeSpan.FromMinutes(1));
        await Vectors.RunAsync(Cancellation);

        (await _knowledge.QueryAsync("select model_key || ' ' || state from embedding_index", Cancellation)).ShouldBe(["two current"]);
        var table = (await TablesAsync()).ShouldHaveSingleItem();
        (await _knowledge.QueryAsync($"select count(embedding) from {table}", Cancellation)).ShouldBe(["5"]);
    }

    [Fact]
    public async Task Going_back_to_the_model_that_is_searched_gives_up_the_one_being_built()
    {
        var old = _embeddings.Model!;
        _knowledge.Source.Put("a", "Vacation is thirty days.");
        await SyncAsync();
        await Vectors.RunAsync(Cancellation);
        _embeddings.Model = new FakeEmbeddingModel("two") { BeforePassages = BreakAt(2) };
        await Should.ThrowAsync<ModelException>(() => Vectors.RunAsync(Cancellation));
        _embeddings.Model = old;
        await Vectors.RunAsync(Cancellation);
        _knowledge.Time.Advance(TimeSpan.FromMinutes(1));
        await Vectors.RunAsync(Cancellation);

        (await TablesAsync()).ShouldBe(["dense_1"]);
        old.Embedded.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Broken_off_anywhere_it_ends_as_an_undisturbed_one(int breakAt)
    {
        // Groups are of 512 chunks.
        for (var i = 0; i < 1_100; i++)
        {
            _knowledge.Source.Put($"{i}", $"Vacation rule {i} of car {i * 7}.");
        }

        await SyncAsync();
        _embeddings.Model!.BeforePassages = BreakAt(breakAt);
        await Should.ThrowAsync<ModelException>(() => Vectors.RunAsync(Cancellation));
        await using var other = await TestKnowledge.OpenAsync(_knowledge.Database.ConnectionString, null, Cancellation, _embeddings);
        await other.Get<IndexVectors>().RunAsync(Cancellation);
        var resumed = await VectorsAsync(1);
        _embeddings.Model = new FakeEmbeddingModel("undisturbed");
        await other.Get<IndexVectors>().RunAsync(Cancellation);

        resumed.Count.ShouldBe(1_100);
        resumed.ShouldBe(await VectorsAsync(2));
        _embeddings.Model.Embedded.Count.ShouldBe(1_101);
    }

    [Fact]
    public async Task Host_that_finds_another_one_at_work_leaves_it_alone()
    {
        _knowledge.Source.Put("a", "Vacation is thirty days.");
        await SyncAsync();
        await using var other = await TestKnowledge.OpenAsync(_knowledge.Database.ConnectionString, null, Cancellation, _embeddings);
        var worked = true;
        _embeddings.Model!.BeforePassages = async _ => worked = await other.Get<IndexVectors>().RunAsync(Cancellation);

        (await Vectors.RunAsync(Cancellation)).ShouldBeTrue();
        worked.ShouldBeFalse();
    }

    [Fact]
    public async Task Vectors_longer_than_can_be_indexed_are_refused_with_a_sentence()
    {
        _embeddings.Model = new FakeEmbeddingModel("huge", dimension: 4_001);

        (await Should.ThrowAsync<BotKbException>(() => Vectors.RunAsync(Cancellation))).Message.ShouldContain("Embedding:Dimensions");
        (await _knowledge.QueryAsync("select failure from embedding_index", Cancellation)).ShouldHaveSingleItem().ShouldContain("4001");
    }

    [Theory]
    [InlineData(2_000, "vector(2000)")]
    [InlineData(2_001, "halfvec(2001)")]
    [InlineData(4_000, "halfvec(4000)")]
    public async Task Long_vectors_are_kept_at_half_precision(int dimension, string type)
    {
        _embeddings.Model = new FakeEmbeddingModel("long", dimension);
        _knowledge.Source.Put("a", "Vacation is thirty days.");
        await SyncAsync();
        await Vectors.RunAsync(Cancellation);

        (await _knowledge.QueryAsync(
            "select format_type(atttypid, atttypmod) from pg_attribute where attrelid = 'dense_1'::regclass and attname = 'embedding'", Cancellation))
            .ShouldBe([type]);
        (await _knowledge.FindAsync("holiday", Cancellation)).ShouldBe(["a.txt"]);
    }

    private static Func<int, Task> BreakAt(int breakAt) => request =>
        request == breakAt ? Task.FromException(new ModelException(ModelFailure.Broken, "The connection failed.")) : Task.CompletedTask;

    private async Task SyncAsync() => await _knowledge.SyncAsync(Cancellation);

    private Task<IReadOnlyList<string>> TablesAsync() =>
        _knowledge.QueryAsync("select relname from pg_class where relname ~ '^dense_[0-9]+$' and relkind = 'r'", Cancellation);

    private Task<IReadOnlyList<string>> VectorsAsync(long index) =>
        _knowledge.QueryAsync($"select chunk_id || ' ' || document_id || ' ' || embedding::text from dense_{index} order by chunk_id", Cancellation);
}
