using BotKb.Answering;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BotKb.Tests.Answering;

public sealed class ExtractiveAnswerTests
{
    private static readonly string[] Words =
    [
        "leave", "days", "The", "manager", "25", "Paris", "approves.", "budget,", "It", "was", "in", "2019.", "年假", "员工", "有十天。", "经理批准", "，", "。", "\n", "\n\n",
        "| a | leave |", "\n| --- | --- |\n", "- item", "“引用。”", "extraordinarilylongwordwithoutanyspaceinitatall", "？", "!", "😀",
    ];

    [Fact]
    public void Quotes_the_sentence_that_answers()
    {
        var answer = Ask(
            "How many days of annual leave do new employees get?",
            Passages.Of("The handbook was revised. New employees get 25 days of annual leave. Ask your manager for more. The canteen opens at noon."));

        answer.Sentences.ShouldContain(sentence => sentence.Text == "New employees get 25 days of annual leave.");
    }

    [Fact]
    public void Quotes_the_sentence_that_answers_in_the_other_language()
    {
        var answer = Ask("How is annual leave approved?", Passages.Of("食堂中午开门。年假由部门经理批准。停车位很少。"));

        answer.Sentences.ShouldContain(sentence => sentence.Text == "年假由部门经理批准。");
    }

    [Fact]
    public void Shows_sentences_in_reading_order()
    {
        var answer = Ask(
            "How is the travel budget approved and paid?",
            Passages.Of("The travel budget is paid monthly. Trains are fine.", document: 1, ordinal: 1, score: 9),
            Passages.Of("The travel budget is approved by the manager.", document: 1, ordinal: 0, score: 8));

        answer.Sentences.Select(sentence => sentence.Text)
            .ShouldBe(["The travel budget is approved by the manager.", "The travel budget is paid monthly."], Case.Sensitive);
    }

    [Fact]
    public void Cites_a_passage_once_by_its_words_from_the_first_sentence_to_the_last()
    {
        var answer = Ask(
            "How is the travel budget approved and paid?",
            Passages.Of("The travel budget is approved by the manager. The travel budget is paid monthly. See below."));

        answer.Citations.ShouldHaveSingleItem().Quote.ShouldBe("The travel budget is approved by the manager. The travel budget is paid monthly.");
        answer.Text.ShouldStartWith("The travel budget is approved by the manager. [1] The travel budget is paid monthly. [1]");
    }

    [Fact]
    public void Says_the_same_only_once()
    {
        const string Sentence = "The travel budget is 500 euros a month for each person in the team.";
        var answer = Ask(
            "What is the travel budget?",
            Passages.Of(Sentence, title: "Travel", document: 1, score: 9),
            Passages.Of(Sentence, title: "Copy of travel", document: 2, score: 9));

        answer.Sentences.ShouldHaveSingleItem();
    }

    [Fact]
    public void Reads_a_table_row_with_its_header_and_quotes_the_row()
    {
        var answer = Ask(
            "What is the daily rate in Paris?",
            Passages.Of("| City | Daily rate |\n| --- | --- |\n| Rome | 80 |\n| Paris | 90 |", title: "Rates"));

        answer.Sentences.ShouldContain(sentence => sentence.Text == "City: Paris; Daily rate: 90");
        answer.Citations[0].Quote.ShouldContain("| Paris | 90 |");
    }

    [Fact]
    public void Never_answers_with_a_heading_alone()
    {
        var answer = Ask("annual leave policy", Passages.Of("Annual leave policy\n\nTwenty-five days are granted each year."));

        answer.Sentences.ShouldHaveSingleItem().Text.ShouldBe("Twenty-five days are granted each year.");
    }

    [Fact]
    public void Cuts_a_long_sentence_around_the_words_of_the_question()
    {
        var text = string.Concat(Enumerable.Repeat("and so on and so forth, ", 40)) + "the parking fee is 30 euros, " + string.Concat(Enumerable.Repeat("etc and more, ", 40));
        var shown = Ask("What is the parking fee?", Passages.Of(text)).Sentences.ShouldHaveSingleItem().Text;

        shown.ShouldContain("the parking fee is 30 euros");
        shown.ShouldStartWith("…");
        shown.ShouldEndWith("…");
    }

    [Fact]
    public void Has_nothing_to_say_without_passages()
    {
        var answer = Ask("What is the parking fee?");

        answer.Sentences.ShouldBeEmpty();
        answer.Score.ShouldBe(0);
    }

    [Fact]
    public void Is_surer_where_the_passages_are_about_the_question()
    {
        var passages = Enumerable.Range(0, 12).Select(i => Passages.Of($"Team {i} meets in room {i} on Monday and talks about the plan.", document: i, score: 5)).ToArray();
        var about = Ask("How high is the parking fee for visitors?", [Passages.Of("The parking fee for visitors is 30 euros.", document: 20, score: 20), .. passages]);
        var beside = Ask("Which team of astronomers found the first exoplanet?", passages);

        about.Score.ShouldBeGreaterThan(beside.Score);
    }

    [Property(MaxTest = 200)]
    public Property Keeps_its_limits_and_quotes_exact_words() =>
        Prop.ForAll(Gen.Elements(Words).ListOf().ListOf().ToArbitrary(), texts =>
        {
            var passages = texts.Select((words, i) => string.Join(' ', words)).Where(text => !string.IsNullOrWhiteSpace(text))
                .Select((text, i) => Passages.Of(text, document: i / 2, ordinal: i % 2, score: 20.0 / (i + 1))).ToArray();
            var answer = Ask("How many days of leave 员工年假有几天?", passages);

            answer.Sentences.Length.ShouldBeLessThanOrEqualTo(3);
            (answer.Sentences.Sum(sentence => ShownLength.Of(sentence.Text)) + answer.Sentences.Length - 1).ShouldBeLessThanOrEqualTo(400);
            answer.Citations.ShouldAllBe(citation => citation.Passage.Text.Contains(citation.Quote, StringComparison.Ordinal) && citation.Quote.Length > 0);
            answer.Sentences.ShouldAllBe(sentence => sentence.Citation < answer.Citations.Length && sentence.Text.Length > 0);
            answer.Score.ShouldBeInRange(0, 1);
        });

    private static Answer Ask(string question, params BotKb.Retrieval.Passage[] passages) =>
        ExtractiveAnswer.Of(question, Passages.Found(question, passages));
}
