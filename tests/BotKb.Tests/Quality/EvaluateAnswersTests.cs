using BotKb.Answering;
using BotKb.Quality;
using BotKb.Quality.Figures;
using BotKb.Quality.Sets;
using BotKb.Retrieval;

namespace BotKb.Tests.Quality;

public sealed class EvaluateAnswersTests : IAsyncDisposable
{
    private static readonly Passage Found = new(1, 1, 0, "Leave", "set/000001.txt", null, ["Rules", "Leave"], 2, null, null, "text", 1);

    private readonly FakeKnowledge _knowledge = new();

    [Fact]
    public async Task Counts_contained_wrong_and_refused_questions()
    {
        var set = SetOf(
            answerable: [Query("a", "15 days"), Query("b", "never"), Query("c", "15 days"), Query("d")],
            unanswerable: [Query("u"), Query("v")],
            offTopic: [Query("o")]);

        var (figures, _) = await RunAsync(
            set, question => question is "c" or "u" or "o" ? Refusal("Nothing found. 15 days") : Said("Fifteen: 15 DAYS."));

        (figures.Answerable, figures.WithAnswers, figures.Contained, figures.Wrong, figures.FalseRefusals).ShouldBe((4, 3, 1, 1, 1));
        (figures.Unanswerable, figures.Refused, figures.OffTopic, figures.OffTopicRefused).ShouldBe((2, 1, 1, 1));
    }

    [Fact]
    public async Task Measures_what_answers_show_without_refusals_and_titles()
    {
        var set = SetOf(answerable: [Query("a"), Query("b"), Query("c")]);

        var (figures, _) = await RunAsync(set, question => question switch
        {
            "a" => Said("One."),
            "b" => Said("One.", "Two two."),
            _ => Refusal("A long refusal with titles"),
        });

        figures.SentencesShown.ShouldBe(new ShownAmount(1.5, 2));
        figures.CharactersShown.ShouldBe(new ShownAmount(8.5, 13));
    }

    [Fact]
    public async Task A_row_names_the_documents_by_their_ids_in_the_set()
    {
        var (_, rows) = await RunAsync(SetOf(answerable: [Query("a")]), _ => Said("One.", "Two."));

        var row = rows.Single();
        row.Shown.ShouldBe("One. Two.");
        row.Sentences.ShouldBe(["One.", "Two."]);
        row.Citations.ShouldBe([new CitedPassage("doc-1", 2, "Leave", "quoted")]);
    }

    [Fact]
    public async Task A_refusal_is_shown_in_its_own_words()
    {
        var (_, rows) = await RunAsync(SetOf(offTopic: [Query("a")]), _ => Refusal("I found nothing."));

        (rows.Single().Shown, rows.Single().Refused, rows.Single().Kind).ShouldBe(("I found nothing.", true, QuestionKind.OffTopic));
    }

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    private static EvaluationQuery Query(string id, params string[] answers) => new(id, id, answers, null);

    private static AnswerSet SetOf(
        EvaluationQuery[]? answerable = null,
        EvaluationQuery[]? unanswerable = null,
        EvaluationQuery[]? offTopic = null) =>
        new("set", [new CorpusDocument("doc-1", "", "text", null, IsMarkdown: false)], answerable ?? [], unanswerable ?? [], offTopic ?? []);

    private static Answer Said(params string[] sentences) => new(
        string.Join(" [1] ", sentences),
        Refused: false,
        [.. sentences.Select(sentence => new AnswerSentence(sentence, 0))],
        [new Citation(Found, "quoted")],
        0.8);

    private static Answer Refusal(string text) => new(text, Refused: true, [], [], 0.1);

    private async Task<(AnswerFigures Figures, IReadOnlyList<AnswerRow> Rows)> RunAsync(AnswerSet set, Func<string, Answer> answer)
    {
        var run = await new EvaluateAnswers(_knowledge, (question, _, _) => Task.FromResult(answer(question)))
            .RunAsync(set, new Progress<EvaluationProgress>(), CancellationToken.None);
        return (run.Figures, run.Rows);
    }
}
