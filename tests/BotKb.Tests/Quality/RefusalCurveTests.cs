using BotKb.Quality.Metrics;

namespace BotKb.Tests.Quality;

public sealed class RefusalCurveTests
{
    [Fact]
    public void Refuses_what_scores_below_the_threshold()
    {
        var point = RefusalCurve.Of([0.9, 0.4], [0.5, 0.1], [0.2]).Single(p => p.Threshold == 0.5);

        point.FalseRefusals.ShouldBe(0.5);
        point.UnanswerableRefused.ShouldBe(0.5);
        point.OffTopicRefused.ShouldBe(1);
        point.Refused.ShouldBe(2.0 / 3, 1e-12);
    }

    [Fact]
    public void Runs_from_0_where_nothing_is_refused_to_1_and_never_falls()
    {
        var curve = RefusalCurve.Of([0.99, 0.4, 0], [0.3], []);

        curve[0].FalseRefusals.ShouldBe(0);
        curve[^1].Threshold.ShouldBe(1);
        curve[^1].FalseRefusals.ShouldBe(1);
        curve.Select(p => p.Refused).ShouldBe(curve.Select(p => p.Refused).Order());
    }
}
