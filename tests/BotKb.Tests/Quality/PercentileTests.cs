using BotKb.Quality.Metrics;

namespace BotKb.Tests.Quality;

public sealed class PercentileTests
{
    [Theory]
    [InlineData(50, 10)]
    [InlineData(95, 19)]
    [InlineData(100, 20)]
    [InlineData(1, 1)]
    public void Is_the_value_at_the_nearest_rank(double percent, double expected) =>
        Percentile.Of(Enumerable.Range(1, 20).Reverse().Select(i => (double)i), percent).ShouldBe(expected);

    [Fact]
    public void Is_zero_when_nothing_was_measured() => Percentile.Of([], 95).ShouldBe(0);
}
