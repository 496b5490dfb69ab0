using BotKb.Quality.Figures;

namespace BotKb.Tests.Quality;

public sealed class EvaluationJsonTests
{
    private const string RetrievalJson =
        """{"set":"one","documents":3,"queries":2,"r@1":0.5,"r@5":0.75,"r@10":1,"mrr@10":0.625,"ndcg@10":0.7,"msPerQuery":{"p50":1.5,"p95":4}}""";

    private static readonly RetrievalFigures Retrieval = new("one", 3, 2, 0.5, 0.75, 1, 0.625, 0.7, new Latency(1.5, 4));

    [Fact]
    public void One_retrieval_set_is_an_object() => EvaluationJson.Write([Retrieval]).ShouldBe(RetrievalJson);

    [Fact]
    public void Several_retrieval_sets_are_an_array() =>
        EvaluationJson.Write([Retrieval, Retrieval]).ShouldBe($"[{RetrievalJson},{RetrievalJson}]");

    [Fact]
    public void Cross_language_figures_name_both_directions_and_the_mixed_ones() =>
        EvaluationJson.Write([new CrossLingualFigures("one", Retrieval, Retrieval, new DirectionFigures(Retrieval, Retrieval))]).ShouldBe(
            """{"set":"one","zhToEn":X,"enToZh":X,"mixed":{"zhToEn":X,"enToZh":X}}""".Replace(
                "X", RetrievalJson, StringComparison.Ordinal));

    [Fact]
    public void Extraction_figures_list_files_and_means() =>
        EvaluationJson.Write(new ExtractionFigures(
            [
                new FileFigures("files/a.docx", "docx", "ok", "ok", 0.5, 0.25, 12.5, ["表格"], []),
                new FileFigures("files/b.pdf", "pdf", "no-text", "no-text", null, null, 1, [], []),
            ],
            new OverlapMean(0.5, 0.25, 1),
            new Dictionary<string, OverlapMean> { ["docx"] = new(0.5, 0.25, 1) })).ShouldBe(
            """{"files":[{"file":"files/a.docx","format":"docx","status":"ok","expect":"ok","recall":0.5,"precision":0.25,"ms":12.5,"missing":["表格"],"unwanted":[]},""" +
            """{"file":"files/b.pdf","format":"pdf","status":"no-text","expect":"no-text","recall":null,"precision":null,"ms":1,"missing":[],"unwanted":[]}]""" +
            ""","mean":{"recall":0.5,"precision":0.25,"files":1},"formats":{"docx":{"recall":0.5,"precision":0.25,"files":1}}}""");

    [Fact]
    public void Answer_figures_are_counts_with_a_curve_of_fractions() =>
        EvaluationJson.Write(new AnswerFigures(
            10, 9, 6, 2, 1, 5, 4, 3, 3, new ShownAmount(1.5, 3), new ShownAmount(120, 400), [new RefusalPoint(0.5, 0.8, 0.1, 0.8, 1)])).ShouldBe(
            """{"answerable":10,"withAnswers":9,"contained":6,"wrong":2,"falseRefusals":1,"unanswerable":5,"refused":4,"offTopic":3,"offTopicRefused":3""" +
            ""","sentencesShown":{"mean":1.5,"max":3},"charactersShown":{"mean":120,"max":400}""" +
            ""","curve":[{"threshold":0.5,"refused":0.8,"falseRefusals":0.1,"unanswerableRefused":0.8,"offTopicRefused":1}]}""");

    [Fact]
    public void An_answer_is_one_readable_line() =>
        EvaluationJson.WriteLine(new AnswerRow(
            "q1",
            "年假为 15 天。\n<b>",
            ["年假为 15 天。"],
            [new CitedPassage("d1", null, "年假", "15 天")],
            Refused: false,
            0.75,
            QuestionKind.OffTopic)).ShouldBe(
            """{"id":"q1","shown":"年假为 15 天。\n<b>","sentences":["年假为 15 天。"],"citations":[{"document":"d1","page":null,"heading":"年假","quote":"15 天"}],"refused":false,"score":0.75,"kind":"offTopic"}""");
}
