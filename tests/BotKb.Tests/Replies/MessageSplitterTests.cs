using BotKb.Replies;
using FsCheck.Xunit;

namespace BotKb.Tests.Replies;

/// <summary>Messages joined are the text, none is too long.</summary>
public sealed class MessageSplitterTests
{
    [Property(MaxTest = 500)]
    public void Nothing_is_lost_and_nothing_is_too_long(string? text, byte size)
    {
        var limit = 16 + size;

        var messages = MessageSplitter.Split(text ?? "", limit);

        string.Concat(messages).ShouldBe(text ?? "");
        messages.ShouldAllBe(message => message.Length <= limit);
        messages.Take(messages.Count - 1).ShouldAllBe(message => message.Length > 0);
    }

    [Property(MaxTest = 200)]
    public void A_character_of_two_halves_is_not_cut(byte count, byte size)
    {
        var text = string.Concat(Enumerable.Repeat("😀", count)) + "x";

        var messages = MessageSplitter.Split(text, 16 + size);

        messages.ShouldAllBe(message => !char.IsHighSurrogate(message.Last()));
    }

    [Theory]
    [InlineData("First paragraph here.\n\nSecond one.", 30, "First paragraph here.\n\n")]
    [InlineData("One sentence here. And another one follows.", 30, "One sentence here. ")]
    [InlineData("员工每年有十天年假。可以结转到下一年三月底。", 16, "员工每年有十天年假。")]
    [InlineData("Ten days of leave.[1] They carry over to March.", 24, "Ten days of leave.[1] ")]
    public void It_cuts_where_a_reader_would_pause(string text, int limit, string first) =>
        MessageSplitter.Split(text, limit)[0].ShouldBe(first);
}
