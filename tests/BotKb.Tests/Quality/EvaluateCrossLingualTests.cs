using BotKb.Quality;
using BotKb.Quality.Figures;
using BotKb.Quality.Sets;
using Microsoft.Extensions.Time.Testing;

namespace BotKb.Tests.Quality;

public sealed class EvaluateCrossLingualTests : IAsyncDisposable
{
    private readonly FakeKnowledge _knowledge = new();

    [Fact]
    public async Task Only_documents_in_the_relevant_ones_language_compete()
    {
        var run = await RunAsync(ParallelSet());

        var figures = run.Figures.Single();
        figures.ZhToEn.RecallAt1.ShouldBe(1);
        figures.ZhToEn.Documents.ShouldBe(2);
        LinesOf(run, "zhToEn").ShouldBe(["qz Q0 en1 1 2 zhToEn", "qz Q0 en2 2 1 zhToEn"]);
        LinesOf(run, "enToZh").ShouldBe(["qe Q0 zh1 1 1 enToZh"]);
    }

    [Fact]
    public async Task Mixed_figures_rank_the_documents_of_both_languages()
    {
        var run = await RunAsync(ParallelSet());

        var mixed = run.Figures.Single().Mixed;
        mixed.ZhToEn.RecallAt1.ShouldBe(0);
        mixed.ZhToEn.ReciprocalRankAt10.ShouldBe(0.5);
        mixed.ZhToEn.Documents.ShouldBe(3);
        LinesOf(run, "mixed")[0].ShouldBe("qz Q0 zh1 1 3 mixed");
    }

    [Fact]
    public void A_judgement_in_the_questions_own_language_is_left_out()
    {
        var set = ParallelSet();
        set.CrossLingual!.Add("qz", "zh1", 1);

        var selection = CrossLingualSelection.Of(set);

        selection.ZhToEn.Single().Gains.Keys.ShouldBe(["en1"]);
        selection.EnToZh.Single().Query.Id.ShouldBe("qe");
    }

    [Fact]
    public void A_question_without_language_goes_by_the_documents_language()
    {
        var set = ParallelSet();

        var selection = CrossLingualSelection.Of(set with { Queries = [.. set.Queries.Select(query => query with { Language = null })] });

        selection.ZhToEn.Single().Query.Id.ShouldBe("qz");
        selection.EnToZh.Single().Query.Id.ShouldBe("qe");
    }

    [Fact]
    public void A_set_without_cross_language_judgements_is_an_error() =>
        Should.Throw<BotKbException>(() => CrossLingualSelection.Of(ParallelSet() with { CrossLingual = null }))
            .Message.ShouldContain("qrels_crosslingual.tsv");

    [Fact]
    public void A_relevant_document_without_language_is_an_error()
    {
        var set = ParallelSet();
        var documents = set.Documents.Select(document => document with { Language = null });

        Should.Throw<BotKbException>(() => CrossLingualSelection.Of(set with { Documents = [.. documents] }))
            .Message.ShouldContain("\"lang\"");
    }

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    private static RetrievalSet ParallelSet()
    {
        var crossLingual = new Judgements();
        crossLingual.Add("qz", "en1", 1);
        crossLingual.Add("qe", "zh1", 1);
        return new RetrievalSet(
            "one",
            [
                new CorpusDocument("en1", "", "vpn code", "en", IsMarkdown: false),
                new CorpusDocument("en2", "", "code", "en", IsMarkdown: false),
                new CorpusDocument("zh1", "", "vpn code 代码", "zh", IsMarkdown: false),
            ],
            [new EvaluationQuery("qz", "vpn code 代码", [], "zh"), new EvaluationQuery("qe", "vpn", [], "en")],
            new Judgements(),
            crossLingual);
    }

    private static IReadOnlyList<string> LinesOf(RetrievalRun<CrossLingualFigures> run, string tag) =>
        [.. run.Lines.Where(line => line.Tag == tag).Select(line => line.ToString())];

    private Task<RetrievalRun<CrossLingualFigures>> RunAsync(RetrievalSet set) =>
        new EvaluateCrossLingual(_knowledge, _knowledge, new FakeTimeProvider())
            .RunAsync([set], 12, new Progress<EvaluationProgress>(), CancellationToken.None);
}
