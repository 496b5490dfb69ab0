using BotKb.Data;

namespace BotKb.Tests.Data;

public sealed class ChangeCursorTests
{
    [Theory]
    [InlineData("10:20:10,14,19", 10, 20, new ulong[] { 10, 14, 19 })]
    [InlineData("795:795:", 795, 795, new ulong[0])]
    public void Reads_a_snapshot(string text, ulong oldest, ulong next, ulong[] open)
    {
        var cursor = ChangeCursor.Parse(text);

        cursor.Oldest.ShouldBe(oldest);
        cursor.Next.ShouldBe(next);
        cursor.Open.ShouldBe(open);
        cursor.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10:20")]
    [InlineData("a:b:c")]
    [InlineData("-1:5:")]
    public void Refuses_what_is_no_snapshot(string text) => Should.Throw<FormatException>(() => ChangeCursor.Parse(text));

    [Fact]
    public void Knows_below_which_transaction_nothing_is_new()
    {
        var cursor = ChangeCursor.Parse("10:20:10,14");

        cursor.HasSeenBelow(10).ShouldBeTrue();
        cursor.HasSeenBelow(11).ShouldBeFalse();
        ChangeCursor.Parse("10:20:14").HasSeenBelow(14).ShouldBeTrue();
        ChangeCursor.Parse("20:20:").HasSeenBelow(20).ShouldBeTrue();
        ChangeCursor.Parse("20:20:").HasSeenBelow(21).ShouldBeFalse();
        ChangeCursor.Start.HasSeenBelow(1).ShouldBeFalse();
    }
}
