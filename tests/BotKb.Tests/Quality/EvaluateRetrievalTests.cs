using BotKb.Quality;
using BotKb.Quality.Figures;
using BotKb.Quality.Sets;
using Microsoft.Extensions.Time.Testing;

namespace BotKb.Tests.Quality;

public sealed class EvaluateRetrievalTests : IAsyncDisposable
{
    private readonly FakeKnowledge _knowledge = new();

    [Fact]
    public async Task Ranks_each_document_by_its_best_passage()
    {
        var set = SetOf("one", [("d1", "red\nred green blue\nred green"), ("d2", "red green")], [("q", "red green blue", "d2")]);

        var run = await RunAsync(set);

        run.Lines.Select(line => line.ToString()).ShouldBe(["q Q0 d1 1 3 one", "q Q0 d2 2 2 one"]);
        var figures = run.Figures.Single();
        (figures.RecallAt1, figures.RecallAt5, figures.ReciprocalRankAt10).ShouldBe((0, 1, 0.5));
        (figures.Documents, figures.Queries).ShouldBe((2, 1));
    }

    [Fact]
    public async Task A_question_without_judgement_does_not_count()
    {
        var set = SetOf("one", [("d1", "red")], [("q1", "red", "d1"), ("q2", "red", null)]);

        (await RunAsync(set)).Figures.Single().Queries.ShouldBe(1);
    }

    [Fact]
    public async Task A_question_that_finds_nothing_counts_as_missed()
    {
        var set = SetOf("one", [("d1", "red"), ("d2", "green")], [("q1", "red", "d1"), ("q2", "black", "d2")]);

        (await RunAsync(set)).Figures.Single().RecallAt10.ShouldBe(0.5);
    }

    [Fact]
    public async Task Fetches_more_passages_until_ten_documents_are_ranked()
    {
        var crowd = string.Join('\n', Enumerable.Repeat("red green", 400));
        var others = Enumerable.Range(2, 12).Select(i => ($"d{i}", "red"));

        var run = await RunAsync(SetOf("one", [("d1", crowd), .. others], [("q", "red green", "d2")]));

        run.Lines.Count.ShouldBeGreaterThanOrEqualTo(10);
    }

    [Fact]
    public async Task Times_a_search_for_as_many_passages_as_an_answer_reads()
    {
        await RunAsync(SetOf("one", [("d1", "red")], [("q", "red", "d1")]));

        _knowledge.Counts.ShouldContain(12);
    }

    [Fact]
    public async Task Several_sets_compete_in_one_knowledge_base_and_keep_their_ids_apart()
    {
        var one = SetOf("one", [("d", "red green")], [("q", "red", "d")]);
        var two = SetOf("two", [("d", "red")], [("q", "red green", "d")]);

        var run = await RunAsync(one, two);

        run.Figures.Select(figures => figures.Set).ShouldBe(["one", "two"]);
        run.Figures.ShouldAllBe(figures => figures.Documents == 2);
        run.Lines.Where(line => line.Tag == "two").Select(line => line.ToString()).ShouldBe(["q Q0 one/d 1 2 two", "q Q0 d 2 1 two"]);
    }

    [Fact]
    public async Task A_document_reaches_the_product_with_its_title_but_without_its_id()
    {
        var documents = new[] { new CorpusDocument("guide/red.md", "Red", "red", null, IsMarkdown: true) };
        var set = SetOf("one", [], [("q", "red", "guide/red.md")]) with { Documents = documents };

        await RunAsync(set);

        _knowledge.Items.Single().Path.ShouldBe("one/000001.md");
        _knowledge.Items.Single().Title.ShouldBe("Red");
    }

    [Fact]
    public async Task Sets_of_the_same_name_are_told_apart_before_anything_is_loaded()
    {
        var set = SetOf("one", [("d", "red")], [("q", "red", "d")]);

        (await Should.ThrowAsync<BotKbException>(() => RunAsync(set, set))).Message.ShouldContain("named one");
        _knowledge.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Judgements_of_unknown_questions_only_are_an_error()
    {
        var set = SetOf("one", [("d", "red")], [("q", "red", null)]);

        (await Should.ThrowAsync<BotKbException>(() => RunAsync(set))).Message.ShouldContain("one/qrels.tsv");
    }

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    private static RetrievalSet SetOf(
        string name,
        IEnumerable<(string Id, string Text)> documents,
        IReadOnlyList<(string Id, string Text, string? Relevant)> queries)
    {
        var judgements = new Judgements();
        foreach (var query in queries.Where(query => query.Relevant is not null))
        {
            judgements.Add(query.Id, query.Relevant!, 1);
        }

        return new RetrievalSet(
            name,
            [.. documents.Select(d => new CorpusDocument(d.Id, "", d.Text, null, IsMarkdown: false))],
            [.. queries.Select(q => new EvaluationQuery(q.Id, q.Text, [], null))],
            judgements,
            CrossLingual: null);
    }

    private Task<RetrievalRun<RetrievalFigures>> RunAsync(params RetrievalSet[] sets) =>
        new EvaluateRetrieval(_knowledge, _knowledge, new FakeTimeProvider())
            .RunAsync(sets, 12, new Progress<EvaluationProgress>(), CancellationToken.None);
}
