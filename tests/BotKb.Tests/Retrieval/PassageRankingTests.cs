using BotKb.Retrieval;
using BotKb.Retrieval.Analysis;
using FsCheck.Xunit;

namespace BotKb.Tests.Retrieval;

public sealed class PassageRankingTests
{
    [Theory]
    [InlineData(
        "Who repairs the coffee machine?", "The coffee machine is repaired by facilities.", "Repairs take a day. Buy coffee. The machine is old.")]
    [InlineData("谁修理咖啡机？", "行政部修理咖啡机。", "修理要一天。买咖啡。打印机很旧。机器。")]
    [InlineData("Who repairs the coffee machine?", "行政部修理咖啡机。", "修理要一天。买咖啡。机器很旧。")]
    [InlineData("谁修理咖啡机？", "Facilities repair the coffee machine.", "Repairs take a day. Buy coffee. The fax machine is old.")]
    public void Prefers_the_passage_that_says_it_in_one_sentence(string question, string together, string scattered)
    {
        Rank(question, Passage(1, scattered), Passage(2, together)).ShouldBe([2, 1]);
    }

    [Fact]
    public void Takes_title_and_headings_as_said_in_every_sentence()
    {
        var bare = Passage(1, "It opens at nine. Tea is free.");
        var titled = Passage(2, "It opens at nine.", "Company canteen", "Opening hours");

        Rank("When does the canteen open?", bare, titled).ShouldBe([2, 1]);
    }

    [Fact]
    public void Prefers_neighbouring_words_that_stand_together()
    {
        var apart = Passage(1, "The annual report says that staff may leave early on Friday and others late");
        var together = Passage(2, "The report says that annual leave may be taken early on Friday and others late");

        Rank("annual leave", apart, together).ShouldBe([2, 1]);
    }

    [Fact]
    public void Lets_a_clearly_better_search_score_stand()
    {
        var passages = new[] { Passage(1, "coffee. machine.") with { Score = 100 }, Passage(2, "coffee machine") with { Score = 1 } };

        Rank("coffee machine", passages).ShouldBe([1, 2]);
    }

    [Property]
    public void Loses_and_invents_nothing_whatever_the_texts(string?[] texts, string? question)
    {
        var passages = texts.Select((text, i) => Passage(i, text ?? "", text ?? "") with { Score = texts.Length - i }).ToArray();

        var ranked = PassageRanking.Rank(question ?? "", Idf(question ?? ""), passages);

        ranked.Select(passage => passage.ChunkId).Order().ShouldBe(passages.Select(passage => passage.ChunkId));
        ranked.Select(passage => passage.Score).ShouldBe(ranked.Select(passage => passage.Score).OrderDescending());
    }

    private static long[] Rank(string question, params Passage[] passages) =>
        [.. PassageRanking.Rank(question, Idf(question), passages).Select(passage => passage.ChunkId)];

    private static Dictionary<uint, float> Idf(string question) => QueryAnalyzer.Analyze(question).ToDictionary(term => term.Term, _ => 2f);

    private static Passage Passage(long id, string text, string title = "", params string[] headings) =>
        new(id, 1, 0, title, "", null, [.. headings], null, null, null, text, 1);
}
