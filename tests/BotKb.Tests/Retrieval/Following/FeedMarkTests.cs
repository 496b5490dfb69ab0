using BotKb.Data;
using BotKb.Retrieval.Following;

namespace BotKb.Tests.Retrieval.Following;

public sealed class FeedMarkTests
{
    [Theory]
    [InlineData("20:20:", 0, "a", true)]
    [InlineData("15:25:15", 20, "a", true)]
    // Deletions that were not seen are purged.
    [InlineData("25:25:", 21, "a", false)]
    // The server has gone back behind what was seen.
    [InlineData("19:19:", 0, "a", false)]
    [InlineData("25:25:", 0, "b", false)]
    public void Index_goes_on_only_where_it_misses_nothing(string snapshot, ulong horizon, string epoch, bool continues) =>
        new FeedMark(ChangeCursor.Parse(snapshot), horizon, epoch).Continues("a", ChangeCursor.Parse("20:20:")).ShouldBe(continues);
}
