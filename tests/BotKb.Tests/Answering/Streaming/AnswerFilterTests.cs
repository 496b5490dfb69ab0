using BotKb.Answering;
using BotKb.Answering.Streaming;
using BotKb.Retrieval;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BotKb.Tests.Answering.Streaming;

public sealed class AnswerFilterTests
{
    private static readonly Passage[] Given =
    [
        Passages.Of("New employees get 25 days. See https://intranet.example.com/leave for more."),
        Passages.Of("Managers get 30 days.", title: "Managers", document: 2),
        Passages.Of("经理有三十天年假。", title: "假期", document: 3),
    ];

    [Theory]
    [InlineData("25 days [1].", "25 days [1].", "1")]
    [InlineData("30 [2], 25 [1], again [2].", "30 [1], 25 [2], again [1].", "2 1")]
    [InlineData("Both [1][2].", "Both [1][2].", "1 2")]
    [InlineData("Both [2, 3].", "Both [1][2].", "2 3")]
    [InlineData("All [1-3].", "All [1][2][3].", "1 2 3")]
    [InlineData("三十天【3】。", "三十天[1]。", "3")]
    [InlineData("三十天［3］。", "三十天[1]。", "3")]
    [InlineData("三十天【3†来源】。", "三十天[1]。", "3")]
    [InlineData("Days [^1].", "Days [1].", "1")]
    [InlineData("Days [^2][^1].", "Days [1][2].", "2 1")]
    [InlineData("A link [1](https://evil.example/x) as mark.", "A link [1] as mark.", "1")]
    [InlineData("A note [1](see below).", "A note [1] (see below).", "1")]
    [InlineData("In 2024 [2024] and [note] and [ ] stay.", "In 2024 [2024] and [note] and [ ] stay.", "")]
    [InlineData("Open [ended", "Open [ended", "")]
    public void Citations_are_numbered_in_order_of_first_use(string text, string shown, string cited)
    {
        var (words, citations, invented) = Filter([text]);

        words.ShouldBe(shown);
        string.Join(' ', citations.Select(citation => Array.IndexOf(Given, citation.Passage) + 1)).ShouldBe(cited);
        invented.ShouldBe(0);
    }

    [Theory]
    [InlineData("25 days [9].", "25 days .", 1)]
    [InlineData("25 days [9] a year [1].", "25 days a year [1].", 1)]
    [InlineData("25 days [1,7].", "25 days [1].", 1)]
    [InlineData("25 days [0].", "25 days .", 1)]
    [InlineData("[[9]2]", "[ 2]", 1)]
    [InlineData("25天【8】【9】。", "25天。", 2)]
    public void Invented_citations_are_taken_out_and_counted(string text, string shown, int count)
    {
        var (words, _, invented) = Filter([text]);

        words.ShouldBe(shown);
        invented.ShouldBe(count);
    }

    [Theory]
    [InlineData("Go [here](https://evil.example/a?q=1) now", "Go here now")]
    [InlineData("Go [here](https://intranet.example.com/leave) now", "Go [here](https://intranet.example.com/leave) now")]
    [InlineData("Go [here](https://intranet.example.com@evil.example/) now", "Go [here] (https://intranet.example.com@evil.example/) now")]
    [InlineData("Go [here](https://intranet.example.com.evil.example/) now", "Go here now")]
    [InlineData("See ![chart](https://evil.example/x.png)!", "See chart!")]
    [InlineData("See ![](https://intranet.example.com/x.png)!", "See !")]
    [InlineData("[![alt](https://evil.example/i)](https://evil.example/l)", "alt")]
    [InlineData("[a](javascript:alert(1))", "[a] (javascript:alert(1))")]
    [InlineData("[a](//evil.example/x)", "[a] (//evil.example/x)")]
    [InlineData("[<https://evil.example/x>2]", "[ https://evil.example/x2]")]
    [InlineData("[![2](https://evil.example/x)]", "[[1]]")]
    [InlineData("[a](https://intranet.example.com/](https://evil.example/x))", "[a] (https://intranet.example.com/] (https://evil.example/x))")]
    [InlineData("f[i](x)", "f[i] (x)")]
    [InlineData("[x]: https://evil.example", "[x] : https://evil.example")]
    [InlineData("[1]: https://evil.example", "[1] : https://evil.example")]
    [InlineData("a](https://evil.example)", "a] (https://evil.example)")]
    [InlineData("][](https://evil.example/a)(https://evil.example/b)", "] (https://evil.example/b)")]
    [InlineData("<https://evil.example/x> and <https://intranet.example.com/y>", "https://evil.example/x and <https://intranet.example.com/y>")]
    [InlineData("a < b and <b>", "a < b and <b>")]
    [InlineData("[see [2]](https://intranet.example.com/leave)", "[see [1]](https://intranet.example.com/leave)")]
    public void Links_lead_only_to_hosts_of_the_passages(string text, string shown) => Filter([text]).Words.ShouldBe(shown);

    [Fact]
    public void Citation_comes_before_the_words_with_its_mark_and_quotes_the_sentence()
    {
        var filter = new AnswerFilter(Given, KnownHosts.Of(Given));
        var parts = filter.Push("New employees get 25 days [1].");

        parts[0].ShouldBe(new AnswerPart.Text("New employees get 25 days "));
        ((AnswerPart.Cited)parts[1]).Citation.Quote.ShouldBe("New employees get 25 days.");
        parts[2].ShouldBe(new AnswerPart.Text("[1]."));
    }

    [Fact]
    public void Only_an_open_bracket_is_held_back()
    {
        var filter = new AnswerFilter(Given, KnownHosts.Of(Given));

        Words(filter.Push("25 days [")).ShouldBe("25 days ");
        Words(filter.Push("1")).ShouldBe("");
        Words(filter.Push("] a")).ShouldBe("[1] a");
    }

    [Property(MaxTest = 2_000)]
    public Property Any_chunking_gives_the_same() =>
        Prop.ForAll(Texts().ToArbitrary(), Gen.Choose(1, 7).ArrayOf(40).ToArbitrary(), (text, sizes) =>
        {
            var whole = Filter([text]);
            var cut = Filter(Cut(text, sizes));
            return whole.Words == cut.Words && whole.Invented == cut.Invented && whole.Cited.SequenceEqual(cut.Cited);
        });

    [Property(MaxTest = 500)]
    public bool Text_without_brackets_passes_at_once(NonNull<string> any)
    {
        var text = new string([.. any.Get.Where(c => !"[]【】［］<>!".Contains(c, StringComparison.Ordinal))]);
        var filter = new AnswerFilter(Given, KnownHosts.Of(Given));
        return Words(filter.Push(text)) == text && Words(filter.Finish()).Length == 0;
    }

    [Property(MaxTest = 2_000)]
    public Property No_foreign_link_and_no_image_comes_out() =>
        Prop.ForAll(Texts().ToArbitrary(), text =>
        {
            var words = Filter([text]).Words;
            return Links(words).All(at => words.AsSpan(at).StartsWith("](https://intranet.example.com/") && !IsImage(words, at));
        });

    [Property(MaxTest = 1_000)]
    public Property Each_mark_has_its_citation() =>
        Prop.ForAll(Texts().ToArbitrary(), text =>
        {
            var (words, cited, _) = Filter([text]);
            var loose = Enumerable.Range(0, 1_000).Where(number => number < 1 || number > cited.Count);
            return text.Contains('\\', StringComparison.Ordinal) || !loose.Any(number => words.Contains($"[{number}]", StringComparison.Ordinal));
        });

    private static IEnumerable<int> Links(string words) =>
        Enumerable.Range(0, words.Length).Where(at => words.AsSpan(at).StartsWith("]("));

    private static bool IsImage(string words, int close)
    {
        var depth = 0;
        for (var at = close; at >= 0; at--)
        {
            depth += words[at] == ']' ? 1 : words[at] == '[' ? -1 : 0;
            if (depth == 0)
            {
                return at > 0 && words[at - 1] == '!';
            }
        }

        return false;
    }

    private static Gen<string> Texts() =>
        Gen.Elements(
                "[", "]", "(", ")", "!", "<", ">", "【", "】", "［", "］", "1", "2", "9", ",", "^", "†", "-", " ", "\n", "\\", ":", "word", "年假", "[1]", "[2,3]", "[9]", "](",
                "https://evil.example/x", "https://intranet.example.com/leave", "[a](https://evil.example/x)", "![b](https://evil.example/x)",
                "[c](https://intranet.example.com/leave)", "<https://evil.example/x>", "**", "👍")
            .ListOf().Select(string.Concat);

    private static IEnumerable<string> Cut(string text, int[] sizes)
    {
        var at = 0;
        for (var i = 0; at < text.Length; i++)
        {
            var size = Math.Min(sizes[i % sizes.Length], text.Length - at);
            yield return text.Substring(at, size);
            at += size;
        }
    }

    private static (string Words, IReadOnlyList<Citation> Cited, int Invented) Filter(IEnumerable<string> chunks)
    {
        var filter = new AnswerFilter(Given, KnownHosts.Of(Given));
        List<AnswerPart> parts = [.. chunks.SelectMany(chunk => filter.Push(chunk))];
        parts.AddRange(filter.Finish());
        parts.OfType<AnswerPart.Text>().ShouldAllBe(text => text.Words.Length > 0);
        return (Words(parts), parts.OfType<AnswerPart.Cited>().Select(cited => cited.Citation).ToList(), filter.Invented);
    }

    private static string Words(IEnumerable<AnswerPart> parts) => string.Concat(parts.OfType<AnswerPart.Text>().Select(text => text.Words));
}
