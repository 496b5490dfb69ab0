using BotKb.Quality.Metrics;
using FsCheck.Xunit;

namespace BotKb.Tests.Quality;

public sealed class CharacterTrigramsTests
{
    [Fact]
    public void Counts_common_trigrams_against_each_text()
    {
        // abcd: abc bcd; abcx y: abc bcx cxy.
        CharacterTrigrams.Compare("abcd", "abcxy").ShouldBe(new TextOverlap(1.0 / 2, 1.0 / 3));
    }

    [Fact]
    public void Repeated_text_lowers_precision_because_trigrams_are_counted()
    {
        // aaa once; aaaaa three times.
        CharacterTrigrams.Compare("aaa", "aaaaa").ShouldBe(new TextOverlap(1, 1.0 / 3));
    }

    [Fact]
    public void Case_white_space_and_Markdown_marks_do_not_count() =>
        CharacterTrigrams.Compare("# **Total** | [price](x) \\ `a_b-c` · • >=!", "TOTAL\t price\u3000X a\nb c.")
            .ShouldBe(new TextOverlap(1, 1));

    [Theory]
    [InlineData("ab", "ab", 1, 1)]
    [InlineData("ab", "abc", 0, 0)]
    [InlineData("", "abc", 0, 0)]
    [InlineData("abc", "", 0, 0)]
    [InlineData("", "", 1, 1)]
    public void A_text_shorter_than_three_is_compared_whole(string expected, string extracted, double recall, double precision) =>
        CharacterTrigrams.Compare(expected, extracted).ShouldBe(new TextOverlap(recall, precision));

    [Fact]
    public void A_character_outside_the_basic_plane_is_one_character() =>
        CharacterTrigrams.Compare("𠮷野家", "𠮷野家").ShouldBe(new TextOverlap(1, 1));

    [Property]
    public void A_text_has_everything_in_common_with_itself(string? text) =>
        CharacterTrigrams.Compare(text ?? "", text ?? "").ShouldBe(new TextOverlap(1, 1));

    [Property]
    public void Swapping_the_texts_swaps_recall_and_precision(string? one, string? other)
    {
        var overlap = CharacterTrigrams.Compare(one ?? "", other ?? "");

        CharacterTrigrams.Compare(other ?? "", one ?? "").ShouldBe(new TextOverlap(overlap.Precision, overlap.Recall));
        new[] { overlap.Recall, overlap.Precision }.ShouldAllBe(part => part >= 0 && part <= 1);
    }
}
