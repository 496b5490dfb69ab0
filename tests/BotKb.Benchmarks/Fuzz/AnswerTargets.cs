using BotKb.Answering;
using BotKb.Answering.FollowUps;
using BotKb.Answering.Streaming;
using BotKb.Knowledge.Reading;
using BotKb.Models;
using BotKb.Replies;
using BotKb.Retrieval;
using BotKb.Retrieval.Analysis;
using BotKb.WebConsole.Chat;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BotKb.Benchmarks.Fuzz;

/// <summary>What people ask, what passages hold, and what a model writes, as far as it is read as text.</summary>
internal static class AnswerTargets
{
    public static IEnumerable<FuzzTarget> All() =>
    [
        FuzzTarget.Of("question", WireTargets.Texts(
            "How many days of leave do I get?", "and in China?", "what about the second one", "停", "please stop", "谢谢", "那上海呢？", "第二个呢", "<at>BotKb</at> hello",
            "Error E-1042 in v2.3.1?"), input => Ask(WireTargets.Text(input))),
        FuzzTarget.Of("quoting", WireTargets.Texts(
            "Employees get thirty days of leave. It is 2 days more in China.\n- first\n- second\n| City | Rate |\n| --- | --- |\n| Oslo | 120 |",
            "员工每年有三十天年假。在上海多两天；\n城市\t补贴\n上海\t120"), input => Quote(WireTargets.Text(input))),
        FuzzTarget.Of("answer", WireTargets.Texts(
            "Thirty days [1], see [policy](https://example.com/a) 【2】.\n\n| a | b |\n|---|---|\n| 1 | **2** |", "<think>hm</think> NO_ANSWER",
            "<https://example.com> ![x](http://evil.example/[1]) [1][2], [3](x) [^1]: y"), input => Show(WireTargets.Text(input))),
    ];

    private static void Ask(string text)
    {
        text = text.Length > AnswerQuestion.LongestQuestion ? text[..AnswerQuestion.LongestQuestion] : text;
        Conversations.StopWords.Are(text);
        AnswerQuestion.WithoutSearch(text);
        AskerLanguages.Of(text);
        FollowUpRules.Rewrite(text, [new PastExchange("How many days of leave do I get in Oslo?", "Thirty days [1].")]);
        FollowUpRules.Rewrite("and the second one?", [new PastExchange(text, text)]);
        FileTargets.Promise(QueryAnalyzer.Analyze(SmallTalk.WithoutMentions(text)).Count <= QueryAnalyzer.MaxTerms, "too many terms");
        ExtractiveAnswer.Of(text, Found("Employees get thirty days of leave in Oslo."));
    }

    private static void Quote(string text)
    {
        text = text.Length > 8_000 ? text[..8_000] : text;
        var answer = ExtractiveAnswer.Of("How many days of leave in Oslo? 上海的补贴是多少？", Found(text));
        foreach (var citation in answer.Sentences.Select(sentence => sentence.Text))
        {
            QuoteMatch.Find(text, citation);
        }

        QuoteMatch.Find(text, text.Length > 40 ? text[20..40] : text);
    }

    private static void Show(string text)
    {
        text = text.Length > 20_000 ? text[..20_000] : text;
        var whole = Filtered(text, text.Length);
        FileTargets.Promise(whole == Filtered(text, 1 + (text.Length % 7)), "how the text is cut changes the answer");
        FileTargets.Promise(string.Concat(MessageSplitter.Split(whole, 40)) == whole, "the messages are not the text");
        if (AnswerMarkdown.Parse(whole) is { } markdown)
        {
            ReplyCitation[] cited = [new(1, 1, "Leave", "HR/leave.md", text, [], null, null, null, ""), new(2, 2, "a", "b", "https://example.com/a", [], null, null, null, "")];
            foreach (var link in markdown.Descendants<LinkInline>())
            {
                AnswerMarkdown.Allowed(link.Url, [.. cited]);
            }
        }

        FileTargets.Promise(AnswerMarkdown.Pieces(whole, 3).Any(), "no pieces");
    }

    private static string Filtered(string text, int step)
    {
        var passages = Found("Leave, see https://example.com/a for more.").Passages;
        var think = new ThinkFilter();
        var gate = new NoAnswerGate();
        var filter = new AnswerFilter(passages, KnownHosts.Of(passages));
        var shown = new List<AnswerPart>();
        for (var at = 0; at < text.Length; at += step)
        {
            shown.AddRange(filter.Push(gate.Push(think.Push(text.Substring(at, Math.Min(step, text.Length - at))))));
        }

        shown.AddRange(filter.Push(gate.Push(think.Finish())));
        shown.AddRange(filter.Push(gate.Finish()));
        shown.AddRange(filter.Finish());
        return string.Concat(shown.OfType<AnswerPart.Text>().Select(part => part.Words));
    }

    private static SearchResult Found(string text) => new(
        [
            new Passage(1, 1, 0, "Leave", "HR/leave.md", "https://example.com/a", ["Leave"], 1, null, null, text, 9),
            new Passage(2, 2, 0, "Rates", "HR/rates.md", null, [], null, "Rates", null, text.ToUpperInvariant(), 5),
        ],
        QueryAnalyzer.Analyze("How many days of leave in Oslo? 上海的补贴是多少？").ToDictionary(term => term.Term, _ => 2f));
}
