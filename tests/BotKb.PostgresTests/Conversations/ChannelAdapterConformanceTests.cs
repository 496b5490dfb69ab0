using System.Collections.Immutable;
using BotKb.Conversations;
using BotKb.PostgresTests.Fixture;
using BotKb.Replies;

namespace BotKb.PostgresTests.Conversations;

/// <summary>What every channel's adapter keeps to. A new channel inherits this first.</summary>
public abstract class ChannelAdapterConformanceTests(PostgresFixture postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Texts =>
    [
        "plain words",
        "<b>&amp; \"quotes\" 'single' <@U123> <!channel> @here #room",
        "*bold* _it_ ~gone~ `code` ```block``` [text](https://example.com) > quote | cell \\ back\\\\slash",
        "泵的保修期是两年。　全角，标点！",
        "😀 👩‍👩‍👧 é e\u0301 𠮷 \u200f‏עברית‏ العربية",
        "first line\nsecond line\n\n  indented\n\ttab",
        "1. one\n2. two\n- three [1] [2] [99]",
        "{0} {{x}} ${y} %s %20 &nbsp; :smile: \\n",
    ];

    private protected abstract IChannelPlatform CreatePlatform();

    [Fact]
    public Task Edit_after_a_post_shows_the_latest() => RunAsync(async (adapter, platform) =>
    {
        var target = Target(adapter, 1);

        var id = await adapter.PostAsync(target, 0, Body("one", ReplyState.Streaming), Cancelled);
        await adapter.EditAsync(target, id, Body("one two", ReplyState.Streaming), Cancelled);
        await adapter.EditAsync(target, id, Body("one two three"), Cancelled);

        (await ScreenAsync(platform, target)).ShouldBe(["one two three"]);
    });

    [Fact]
    public Task Editing_twice_is_editing_once() => RunAsync(async (adapter, platform) =>
    {
        var target = Target(adapter, 1);

        var id = await adapter.PostAsync(target, 0, Body("one", ReplyState.Streaming), Cancelled);
        await adapter.EditAsync(target, id, Body("one two"), Cancelled);
        await adapter.EditAsync(target, id, Body("one two"), Cancelled);

        (await ScreenAsync(platform, target)).ShouldBe(["one two"]);
    });

    [Fact]
    public Task Message_that_is_taken_back_is_gone_and_taking_it_back_twice_is_no_error() => RunAsync(async (adapter, platform) =>
    {
        var target = Target(adapter, 1);
        var id = await adapter.PostAsync(target, 0, Body("one"), Cancelled);

        await adapter.DeleteAsync(target, id, Cancelled);
        await adapter.DeleteAsync(target, id, Cancelled);

        (await ScreenAsync(platform, target)).ShouldBe(platform.CanTakeBack ? [] : ["one"]);
    });

    [Fact]
    public Task Post_is_found_again_where_the_platform_can_look() => RunAsync(async (adapter, platform) =>
    {
        var target = Target(adapter, 1);
        var before = await adapter.FindAsync(target, 0, Cancelled);

        var id = await adapter.PostAsync(target, 0, Body("one"), Cancelled);

        before.ShouldBeNull();
        (await adapter.FindAsync(target, 0, Cancelled)).ShouldBe(platform.CanLook ? id : null);
        (await adapter.FindAsync(target, 1, Cancelled)).ShouldBeNull();
        (await adapter.FindAsync(Target(adapter, 2), 0, Cancelled)).ShouldBeNull();
    });

    [Theory]
    [MemberData(nameof(Texts))]
    public Task Text_arrives_unchanged(string text) => RunAsync(async (adapter, platform) =>
    {
        var target = Target(adapter, 1);

        var id = await adapter.PostAsync(target, 0, Body("…", ReplyState.Streaming), Cancelled);
        await adapter.EditAsync(target, id, Body(text), Cancelled);

        (await ScreenAsync(platform, target)).ShouldBe([text]);
    });

    [Fact]
    public Task Calls_that_are_cancelled_end() => RunAsync(async (adapter, _) =>
    {
        var target = Target(adapter, 1);
        var id = await adapter.PostAsync(target, 0, Body("one"), Cancelled);
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(() => adapter.FindAsync(target, 0, cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => adapter.PostAsync(target, 1, Body("x"), cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => adapter.EditAsync(target, id, Body("x"), cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => adapter.DeleteAsync(target, id, cancelled));
    });

    [Fact]
    public Task Replies_that_grow_at_once_do_not_mix() => RunAsync(async (adapter, platform) =>
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(async turn =>
        {
            var target = Target(adapter, turn);
            var id = await adapter.PostAsync(target, 0, Body("", ReplyState.Streaming), Cancelled);
            for (var i = 1; i <= 5; i++)
            {
                await adapter.EditAsync(target, id, Body($"reply {turn} at {i}"), Cancelled);
            }
        }));

        foreach (var turn in Enumerable.Range(1, 8))
        {
            (await ScreenAsync(platform, Target(adapter, turn))).ShouldBe([$"reply {turn} at 5"]);
        }
    });

    [Fact]
    public async Task Long_text_arrives_whole_through_the_spine_and_within_the_limits()
    {
        var text = string.Join(' ', Enumerable.Range(0, 2_000).Select(i => $"sentence {i}."));
        var platform = CreatePlatform();
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        await using var spine = await TestSpine.StartAsync(database, ScriptedEngine.Echo(), platform.Open);
        var adapter = spine.Get<IChannelAdapter>();
        var message = TestSpine.Message(text, "1") with { Channel = adapter.Channel };

        var receipt = await spine.Inbox.AcceptAsync(message, Cancelled);
        var end = await spine.EndOfAsync(receipt.TurnId);

        var target = Target(adapter, receipt.TurnId) with { ConversationId = receipt.ConversationId, MessageId = "1" };
        var screen = await ScreenAsync(platform, target);
        end.State.ShouldBe(TurnState.Answered);
        screen.ShouldAllBe(part => part.Length <= adapter.Limits.MaxCharacters);
        string.Concat(screen).ShouldBe(text);
    }

    private static async Task<IReadOnlyList<string>> ScreenAsync(IChannelPlatform platform, ReplyTarget target) =>
        [.. (await platform.ScreenAsync(target, Cancelled)).Select(body => body.Text)];

    private static ReplyBody Body(string text, ReplyState state = ReplyState.Answered) => new(text, ImmutableArray<ReplyCitation>.Empty, null, state);

    private static ReplyTarget Target(IChannelAdapter adapter, long turn) =>
        new(adapter.Channel, "", "t1", 1, turn, $"m{turn}", "anna@example.com");

    private async Task RunAsync(Func<IChannelAdapter, IChannelPlatform, Task> test)
    {
        var platform = CreatePlatform();
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        await using var spine = await TestSpine.StartAsync(database, ScriptedEngine.Echo(), platform.Open);
        await test(spine.Get<IChannelAdapter>(), platform);
    }
}
