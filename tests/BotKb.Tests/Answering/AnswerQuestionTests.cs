using BotKb.Access;
using BotKb.Answering;
using BotKb.Retrieval;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotKb.Tests.Answering;

public sealed class AnswerQuestionTests
{
    private static readonly Passage Leave = Passages.Of("New employees get 25 days of annual leave. Ask your manager.", title: "Leave policy");

    [Fact]
    public async Task Answers_with_a_cited_sentence()
    {
        var answer = await Ask("How many days of annual leave do new employees get?", new FixedSearch(Leave), threshold: 0);

        answer.Refused.ShouldBeFalse();
        answer.Text.ShouldContain("New employees get 25 days of annual leave. [1]");
        answer.Citations[0].Passage.ShouldBe(Leave);
    }

    [Theory]
    [InlineData("Who paints the bridge?", "I found nothing about this")]
    [InlineData("谁给桥刷漆？", "我没有找到")]
    [InlineData("誰給橋刷漆？", "我沒有找到")]
    public async Task Refuses_in_the_language_of_the_asker(string question, string wording)
    {
        var answer = await Ask(question, new FixedSearch(Leave), threshold: 1);

        answer.Refused.ShouldBeTrue();
        answer.Sentences.ShouldBeEmpty();
        answer.Text.ShouldContain(wording);
        answer.Text.ShouldContain("Leave policy");
    }

    [Fact]
    public async Task Names_up_to_three_documents_each_once_when_it_refuses()
    {
        Passage[] found =
        [
            Passages.Of("One.", title: "A", document: 1), Passages.Of("Two.", title: "A", document: 1, ordinal: 1), Passages.Of("Three.", title: "", document: 2),
            Passages.Of("Four.", title: "C", document: 3), Passages.Of("Five.", title: "D", document: 4),
        ];
        var answer = await Ask("Who paints the bridge?", new FixedSearch(found), threshold: 1);

        answer.Text.ShouldEndWith("The nearest documents are: A; .md; C.");
        answer.Citations.Select(citation => citation.Passage).ShouldBe([found[0], found[2], found[3]]);
        answer.Citations.ShouldAllBe(citation => citation.Quote.Length == 0);
    }

    [Fact]
    public async Task Names_no_document_where_none_was_found()
    {
        var answer = await Ask("Who paints the bridge?", new FixedSearch());

        answer.Refused.ShouldBeTrue();
        answer.Text.ShouldBe("I found nothing about this in the documents that you may read.");
        answer.Citations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hello", "Hello!")]
    [InlineData("你好", "你好！我根据")]
    [InlineData("謝謝你", "不客氣")]
    [InlineData("What can you do?", "quote the sentences")]
    public async Task Replies_to_small_talk_without_a_search(string message, string reply)
    {
        var search = new FixedSearch(Leave);
        var answer = await Ask(message, search);

        answer.Text.ShouldContain(reply);
        answer.Refused.ShouldBeFalse();
        search.Questions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Searches_for_a_question_after_a_greeting_without_the_mention()
    {
        var search = new FixedSearch(Leave);
        await Ask("@BotKb Hello, how many days of leave do I get?", search);

        search.Questions.ShouldBe(["Hello, how many days of leave do I get?"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("?!…")]
    [InlineData("👍🎉")]
    [InlineData("@BotKb")]
    public async Task Asks_for_a_question_when_there_is_none(string message)
    {
        var search = new FixedSearch(Leave);
        var answer = await Ask(message, search);

        answer.Text.ShouldStartWith("Please ask a question in words");
        answer.Refused.ShouldBeTrue();
        search.Questions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Asks_for_fewer_words_when_a_question_has_100_000_characters()
    {
        var search = new FixedSearch(Leave);
        var answer = await Ask(new string('年', 100_000), search);

        answer.Text.ShouldBe("你的消息有 100,000 个字符，我最多读 4,000 个字符的问题。请缩短后再问。");
        search.Questions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_a_question_of_the_longest_length()
    {
        var question = ("How many days of annual leave do new employees get? " + new string(' ', AnswerQuestion.LongestQuestion))[..AnswerQuestion.LongestQuestion];

        (await Ask(question, new FixedSearch(Leave), threshold: 0)).Sentences.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-0.1")]
    public void Refuses_a_threshold_that_is_no_probability(string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Answering:RefusalThreshold", value)]).Build();
        using var services = new ServiceCollection().AddAnswering(configuration).BuildServiceProvider();

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<AnsweringOptions>>().Value)
            .Message.ShouldContain("Answering:RefusalThreshold");
    }

    private static Task<Answer> Ask(string question, IPassageSearch search, double threshold = 0.5) =>
        new AnswerQuestion(search, Options.Create(new AnsweringOptions { RefusalThreshold = threshold }))
            .AskAsync(question, [1], Reader.Anonymous, TestContext.Current.CancellationToken);
}
