using BotKb.Replies;
using FsCheck.Xunit;

namespace BotKb.Tests.Replies;

/// <summary>Never more calls within any window than the platform allows, in order, and not later than needed.</summary>
public sealed class RateWindowTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    [Property(MaxTest = 300)]
    public void Any_window_holds_at_most_the_limit(byte limit, byte[] pauses)
    {
        var count = 1 + (limit % 5);
        var window = new RateWindow(new RateLimit("s", count, Window));
        var now = Start;
        var granted = new List<DateTimeOffset>();
        foreach (var pause in pauses)
        {
            now += TimeSpan.FromMilliseconds(pause * 20);
            granted.Add(window.Grant(now));
            granted[^1].ShouldBeGreaterThanOrEqualTo(now);
        }

        granted.ShouldBeInOrder();
        for (var i = count; i < granted.Count; i++)
        {
            (granted[i] - granted[i - count]).ShouldBeGreaterThanOrEqualTo(Window);
        }
    }

    [Fact]
    public void A_call_within_the_limit_does_not_wait()
    {
        var window = new RateWindow(new RateLimit("s", 2, Window));

        window.Grant(Start).ShouldBe(Start);
        window.Grant(Start).ShouldBe(Start);
        window.IsOpen(Start).ShouldBeFalse();
        window.Grant(Start).ShouldBe(Start + Window);
    }

    [Fact]
    public void Nothing_goes_through_while_the_platform_wants_to_be_left_alone()
    {
        var window = new RateWindow(new RateLimit("s", 2, Window));

        window.CloseUntil(Start + TimeSpan.FromSeconds(3));

        window.IsOpen(Start).ShouldBeFalse();
        window.Grant(Start).ShouldBe(Start + TimeSpan.FromSeconds(3));
        window.IsOpen(Start + TimeSpan.FromSeconds(3)).ShouldBeTrue();
    }
}
