using BotKb.Conversations;
using BotKb.PostgresTests.Fixture;
using BotKb.Replies;

namespace BotKb.PostgresTests.Conversations;

/// <summary>A failed edit never ends a turn; the complete text arrives whole, in messages that the platform bears.</summary>
public sealed class ReplyDeliveryTests(PostgresFixture postgres)
{
    private static readonly string Long = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"sentence {i}."));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_reply_is_split_at_the_limit_and_is_whole()
    {
        var channel = new TestChannel { MaxCharacters = 200 };

        var (end, screen) = await AnswerAsync(channel, Long);

        end.ShouldBe(TurnState.Answered);
        screen.Count.ShouldBeGreaterThan(10);
        screen.ShouldAllBe(body => body.Text.Length <= 200 && body.State == ReplyState.Answered);
        string.Concat(screen.Select(body => body.Text)).ShouldBe(Long);
    }

    [Fact]
    public async Task Edits_that_are_refused_now_and_then_lose_nothing()
    {
        var calls = 0;
        var channel = new TestChannel
        {
            Before = _ =>
            {
                if (++calls % 3 != 0)
                {
                    throw new ChannelException(FailureKind.Retry, "busy", TimeSpan.FromMilliseconds(5));
                }
            },
        };

        var (end, screen) = await AnswerAsync(channel, Long);

        end.ShouldBe(TurnState.Answered);
        string.Concat(screen.Select(body => body.Text)).ShouldBe(Long);
    }

    [Fact]
    public async Task A_post_whose_answer_was_lost_is_found_again()
    {
        var lost = 0;
        var channel = new TestChannel
        {
            After = call =>
            {
                if (call == "post" && lost++ == 0)
                {
                    throw new ChannelException(FailureKind.Retry, "connection lost");
                }
            },
        };

        var (end, screen) = await AnswerAsync(channel, "short");

        end.ShouldBe(TurnState.Answered);
        screen.ShouldHaveSingleItem().Text.ShouldBe("short");
        channel.Calls.Count(call => call == "post").ShouldBe(1);
    }

    [Fact]
    public async Task A_platform_that_refuses_for_good_ends_the_turn_as_failed()
    {
        var channel = new TestChannel { Before = _ => throw new ChannelException(FailureKind.GiveUp, "channel is archived") };

        var (end, screen) = await AnswerAsync(channel, "short");

        end.ShouldBe(TurnState.Failed);
        screen.ShouldBeEmpty();
    }

    private async Task<(string State, IReadOnlyList<ReplyBody> Screen)> AnswerAsync(TestChannel channel, string text)
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        await using var spine = await TestSpine.StartAsync(database, ScriptedEngine.Echo(), _ => channel);
        var turnId = (await spine.SayAsync(text, "1")).TurnId;
        var end = await spine.EndOfAsync(turnId);
        return (end.State, channel.Screen(turnId));
    }
}
