using BotKb.Answering;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BotKb.Tests.Answering;

public sealed class ExcerptTests
{
    [Fact]
    public void Leaves_a_text_whole_that_fits() => Cut("A short one.", 100).ShouldBe("A short one.");

    [Fact]
    public void Keeps_the_words_of_the_question()
    {
        var text = string.Join(' ', Enumerable.Range(0, 100).Select(i => i == 70 ? "evidence" : $"word{i}"));
        Cut(text, 60, "evidence").ShouldContain("evidence");
    }

    [Fact]
    public void Begins_and_ends_with_a_clause_where_that_costs_little() =>
        Cut("After a long introduction that says little, the fee is 30 euros a month, which many find too much to pay.", 40, "fee")
            .ShouldBe("the fee is 30 euros a month");

    [Fact]
    public void Does_not_cut_a_chinese_word() =>
        Cut(string.Concat(Enumerable.Repeat("人力资源", 40)), 42).Replace("人力", "").Replace("资源", "").ShouldBeEmpty();

    [Fact]
    public void Shows_nothing_where_no_word_fits() => Cut(new string('x', 500), 100).ShouldBeEmpty();

    [Property(MaxTest = 300)]
    public Property Stays_within_its_room_and_cuts_no_word() =>
        Prop.ForAll(
            Gen.Elements("lorem", "ipsum,", "dolor", "中文", "句子，", "a", "v2.1", "😀").ListOf().ToArbitrary(),
            Gen.Choose(20, 120).ToArbitrary(),
            (words, room) =>
            {
                var text = string.Join(' ', words);
                var cut = Cut(text, room);
                var ellipses = cut.Length < text.Length ? 2 : 0;
                (ShownLength.Of(cut) + ellipses).ShouldBeLessThanOrEqualTo(Math.Max(room, ellipses));
                var parts = text.Split(' ');
                cut.Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(word => parts.Any(part => part.TrimEnd(',', '，') == word.TrimEnd(',', '，')));
            });

    private static string Cut(string text, int room, string evidence = "")
    {
        var at = evidence.Length > 0 ? text.IndexOf(evidence, StringComparison.Ordinal) : -1;
        var (start, length) = Excerpt.Of(text, at < 0 ? [] : [new TextMatch.Place(at, 0, 0, 5f)], room);
        return text.Substring(start, length);
    }
}
