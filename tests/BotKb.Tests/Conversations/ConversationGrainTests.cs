using BotKb.Conversations;

namespace BotKb.Tests.Conversations;

public sealed class ConversationGrainTests
{
    [Theory]
    [InlineData(1, 200)]
    [InlineData(3, 800)]
    [InlineData(6, 5_000)]
    [InlineData(100, 5_000)]
    [InlineData(int.MaxValue, 5_000)]
    public void The_pause_grows_to_five_seconds_and_stays_there_however_long_the_trouble_lasts(int failures, int milliseconds) =>
        ConversationGrain.PauseAfter(failures).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
}
