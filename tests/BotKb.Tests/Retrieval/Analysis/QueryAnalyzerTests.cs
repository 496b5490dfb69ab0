using BotKb.Retrieval.Analysis;

namespace BotKb.Tests.Retrieval.Analysis;

public sealed class QueryAnalyzerTests
{
    [Theory]
    [InlineData("AB-1234", "Order part AB-1234 from stock.", "Order part AB-1243 from stock.")]
    [InlineData("v2.10", "Fixed in v2.10 of the client.", "Fixed in v2.1 of the client, item 10.")]
    [InlineData("anna.lee@example.com", "Write to anna.lee@example.com.", "Write to anna.leo@example.com.")]
    [InlineData("/etc/botkb/app.conf", "Edit /etc/botkb/app.conf.", "Edit /etc/botkb/web.conf.")]
    [InlineData("ERR_CONN_42", "The log says ERR_CONN_42.", "The log says ERR_CONN_24.")]
    [InlineData("err_conn_42", "The log says ERR_CONN_42.", "The log says ERR_CONN_24.")]
    [InlineData("1,250", "It costs 1250 euros.", "It costs 1251 euros.")]
    public void Scores_the_exact_code_above_a_similar_one(string question, string exact, string similar)
    {
        TermVectors.Score(question, exact).ShouldBeGreaterThan(TermVectors.Score(question, similar) + 0.9);
    }

    [Theory]
    [InlineData("怎么重置密码", "重設密碼與重置帳號的步驟")]
    [InlineData("怎麼重置密碼", "重置密码的步驟")]
    [InlineData("臺灣圖書館", "台湾图书馆")]
    public void Finds_traditional_and_simplified_characters_alike(string question, string text)
    {
        TermVectors.Score(question, text).ShouldBe(TermVectors.Score(TextFolding.Fold(question), TextFolding.Fold(text)));
        TermVectors.Score(question, text).ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("员工每年有几天年假？", "Each employee has thirty days of annual leave.", "The printer is out of paper.")]
    [InlineData("怎么重置密码", "How to reset a forgotten password.", "The printer is out of paper.")]
    [InlineData("How do I reset my password?", "忘记密码时如何重置", "打印机没有纸了")]
    [InlineData("Which employees get parental leave?", "员工可以休育儿假", "打印机没有纸了")]
    [InlineData("苏格兰的议会在哪里？", "The Scottish Parliament sits in Edinburgh.", "The engine burns coal.")]
    public void Finds_text_of_the_other_language(string question, string about, string other)
    {
        TermVectors.Score(question, about).ShouldBeGreaterThan(TermVectors.Score(question, other) + 0.2);
    }

    [Theory]
    [InlineData("When was it invaded?", "The invasion began in spring.")]
    [InlineData("Where do I buy a car?", "Every automobile is insured.")]
    public void Finds_families_and_synonyms_of_a_word(string question, string text)
    {
        TermVectors.Score(question, text).ShouldBeGreaterThan(0.05);
    }

    [Theory]
    [InlineData("Ｐａｓｓｗｏｒｄ２", "password2")]
    [InlineData("Café Zoë", "cafe zoe")]
    [InlineData("ﬁle ①", "file 1")]
    public void Compares_forms_of_the_same_character_alike(string question, string text)
    {
        QueryAnalyzer.Analyze(question).ShouldBe(QueryAnalyzer.Analyze(text));
    }

    [Fact]
    public void Looks_for_a_lone_rare_character()
    {
        TermVectors.Score("蓍的叶子有什么特点？", "一般所说的蓍属植物").ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("怎么申请年假？", "申请")]
    [InlineData("如何请假？", "请假")]
    [InlineData("谁教几何？", "几何")]
    public void Does_not_mistake_a_part_of_a_word_for_a_question_word(string question, string word)
    {
        QueryAnalyzer.Analyze(question).ShouldContain(term => term.Term == Feature.Bigram(word));
    }

    [Fact]
    public void Leaves_out_how_the_question_is_asked()
    {
        QueryAnalyzer.Analyze("What is the deadline?").ShouldBe(QueryAnalyzer.Analyze("deadline"));
    }

    [Fact]
    public void Keeps_a_question_that_is_nothing_but_stop_words()
    {
        QueryAnalyzer.Analyze("Who are you?").ShouldNotBeEmpty();
        QueryAnalyzer.Analyze("为什么").ShouldNotBeEmpty();
    }

    [Fact]
    public void Adds_up_a_word_that_is_asked_for_twice()
    {
        var once = QueryAnalyzer.Analyze("deadline");
        var twice = QueryAnalyzer.Analyze("deadline deadline");

        twice.ShouldBe(once.Select(term => term with { Weight = term.Weight * 2 }));
    }
}
