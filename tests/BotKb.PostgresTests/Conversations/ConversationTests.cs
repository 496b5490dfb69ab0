using BotKb.Answering;
using BotKb.Conversations;
using BotKb.PostgresTests.Fixture;
using BotKb.Replies;

namespace BotKb.PostgresTests.Conversations;

/// <summary>One question, one answer: through redelivery, crashes, lost replies and two hosts.</summary>
public sealed class ConversationTests(PostgresFixture postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_accepted_message_is_answered_and_kept()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var channel = new TestChannel();
        await using var spine = await TestSpine.StartAsync(database, ScriptedEngine.Echo(), _ => channel);

        var receipt = await spine.SayAsync("How long is the warranty of a pump?", "1");
        var end = await spine.EndOfAsync(receipt.TurnId);

        end.ShouldBe((TurnState.Answered, 1, "How long is the warranty of a pump?"));
        channel.Screen(receipt.TurnId).ShouldHaveSingleItem().ShouldBe(
            new ReplyBody("How long is the warranty of a pump?", [], null, ReplyState.Answered));
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_answered_once()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var engine = ScriptedEngine.Echo();
        var channel = new TestChannel();
        await using var spine = await TestSpine.StartAsync(database, engine, _ => channel);

        var receipts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => spine.SayAsync("again", "1")));
        await spine.EndOfAsync(receipts[0].TurnId);
        var later = await spine.SayAsync("again", "1");
        await spine.EndOfAsync((await spine.SayAsync("other", "2")).TurnId);

        receipts.Count(receipt => receipt.IsNew).ShouldBe(1);
        receipts.Append(later).Select(receipt => receipt.TurnId).Distinct().ShouldHaveSingleItem();
        engine.Asked.Select(question => question.Text).ShouldBe(["again", "other"]);
    }

    [Fact]
    public async Task Questions_of_one_conversation_are_answered_in_order_and_one_at_a_time()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var running = 0;
        var engine = new ScriptedEngine((question, _) => OneAtATime(question));
        await using var spine = await TestSpine.StartAsync(database, engine, _ => new TestChannel());

        var turns = new List<long>();
        for (var i = 0; i < 10; i++)
        {
            turns.Add((await spine.SayAsync($"q{i}", $"{i}")).TurnId);
        }

        foreach (var turn in turns)
        {
            (await spine.EndOfAsync(turn)).State.ShouldBe(TurnState.Answered);
        }

        engine.Asked.Select(question => question.Text).ShouldBe(Enumerable.Range(0, 10).Select(i => $"q{i}"));

        async IAsyncEnumerable<AnswerPart> OneAtATime(Question question)
        {
            Interlocked.Increment(ref running).ShouldBe(1);
            try
            {
                await foreach (var part in ScriptedEngine.Words(question.Text))
                {
                    yield return part;
                }
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }
        }
    }

    [Fact]
    public async Task The_next_question_knows_what_was_said_before()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var engine = ScriptedEngine.Echo();
        await using var spine = await TestSpine.StartAsync(database, engine, _ => new TestChannel());

        await spine.EndOfAsync((await spine.SayAsync("first", "1")).TurnId);
        await spine.EndOfAsync((await spine.SayAsync("second", "2")).TurnId);
        await spine.EndOfAsync((await spine.SayAsync("elsewhere", "3", thread: "t2")).TurnId);

        engine.Asked.Select(question => question.History.Length).ShouldBe([0, 1, 0]);
        engine.Asked.ElementAt(1).History.ShouldBe([new PastExchange("first", "first")]);
    }

    [Fact]
    public async Task Stopping_keeps_what_was_shown_and_answers_no_more()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var channel = new TestChannel();
        await using var spine = await TestSpine.StartAsync(
            database, ScriptedEngine.Waiting(shown, Task.Delay(Timeout.Infinite, Cancelled)), _ => channel);

        var receipt = await spine.SayAsync("long story", "1");
        await shown.Task.WaitAsync(Cancelled);
        var stopped = await spine.SayAsync("停止。", "2");

        stopped.ShouldBe(receipt with { IsNew = false });
        (await spine.EndOfAsync(receipt.TurnId)).ShouldBe((TurnState.Stopped, 1, "begun"));
        channel.Screen(receipt.TurnId).ShouldHaveSingleItem().State.ShouldBe(ReplyState.Stopped);
    }

    [Fact]
    public async Task A_host_that_stops_leaves_the_turn_to_the_next_which_answers_into_the_same_message()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var channel = new TestChannel();
        long turnId;
        await using (var first = await TestSpine.StartAsync(
            database, ScriptedEngine.Waiting(shown, Task.Delay(Timeout.Infinite, Cancelled)), _ => channel))
        {
            turnId = (await first.SayAsync("warranty?", "1")).TurnId;
            await shown.Task.WaitAsync(Cancelled);
        }

        await using var second = await TestSpine.StartAsync(database, ScriptedEngine.Echo(), _ => channel);
        await second.Get<SweepConversations>().RunAsync(Cancelled);

        (await second.EndOfAsync(turnId)).ShouldBe((TurnState.Answered, 2, "warranty?"));
        channel.Screen(turnId).ShouldHaveSingleItem().Text.ShouldBe("warranty?");
    }

    [Fact]
    public async Task Of_two_hosts_only_the_newer_attempt_posts_edits_and_commits()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var channel = new TestChannel();
        await using var slow = await TestSpine.StartAsync(database, ScriptedEngine.Waiting(shown, goOn.Task), _ => channel);
        await using var quick = await TestSpine.StartAsync(database, ScriptedEngine.Echo(), _ => channel);

        var turnId = (await slow.SayAsync("one answer", "1")).TurnId;
        await shown.Task.WaitAsync(Cancelled);
        await quick.Get<SweepConversations>().RunAsync(Cancelled);
        var end = await quick.EndOfAsync(turnId);
        var calls = channel.Calls.Count;
        goOn.SetResult();
        await slow.EndOfAsync((await slow.SayAsync("next", "2")).TurnId);

        end.ShouldBe((TurnState.Answered, 2, "one answer"));
        channel.Screen(turnId).ShouldHaveSingleItem().Text.ShouldBe("one answer");
        channel.Calls.Skip(calls).Count(call => call == "post").ShouldBe(1);
        (await slow.EndOfAsync(turnId)).ShouldBe(end);
    }

    [Fact]
    public async Task A_turn_that_fails_for_good_says_so_with_an_id()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var channel = new TestChannel();
        var engine = new ScriptedEngine((_, _) => throw new InvalidOperationException("broken"));
        await using var spine = await TestSpine.StartAsync(database, engine, _ => channel);

        var end = await spine.EndOfAsync((await spine.SayAsync("请假怎么办理？", "1")).TurnId);

        end.State.ShouldBe(TurnState.Failed);
        end.Answer.ShouldMatch("回答时出了问题.*E-[0-9A-Z]{8}$");
        end.Answer.ShouldNotContain("broken");
    }

    [Fact]
    public async Task A_turn_that_fails_for_the_moment_is_tried_again_and_given_up_in_the_end()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var engine = new ScriptedEngine((_, _) => throw new HttpRequestException("no route"));
        await using var spine = await TestSpine.StartAsync(
            database, engine, _ => new TestChannel(), ("Conversations:MaxAttempts", "2"));

        var end = await spine.EndOfAsync((await spine.SayAsync("hello pump", "1")).TurnId);

        end.State.ShouldBe(TurnState.Failed);
        end.Attempt.ShouldBe(3);
        engine.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_turn_that_takes_too_long_is_given_up_with_an_id()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var channel = new TestChannel();
        await using var spine = await TestSpine.StartAsync(
            database, ScriptedEngine.Waiting(shown, Task.Delay(Timeout.Infinite, Cancelled)), _ => channel, ("Conversations:DeadlineSeconds", "5"));

        var receipt = await spine.SayAsync("How long does it take?", "1");
        var end = await spine.EndOfAsync(receipt.TurnId);

        end.State.ShouldBe(TurnState.Failed);
        end.Answer.ShouldMatch("^The answer took too long.*E-[0-9A-Z]{8}$");
        channel.Screen(receipt.TurnId).ShouldHaveSingleItem().Text.ShouldBe(end.Answer);
    }

    [Fact]
    public async Task A_conversation_of_another_person_is_as_good_as_none()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        await using var spine = await TestSpine.StartAsync(database, ScriptedEngine.Echo(), _ => new TestChannel());
        var hers = await spine.SayAsync("secret", "1");
        await spine.EndOfAsync(hers.TurnId);

        var guess = await Should.ThrowAsync<BotKbException>(() => spine.SayAsync("mine?", "2", owner: "bert@example.com"));
        await Should.ThrowAsync<BotKbException>(() => spine.SayAsync("mine?", "1", owner: "bert@example.com"));
        var catalog = spine.Get<ConversationCatalog>();

        guess.Message.ShouldBe("This conversation does not exist.");
        var bert = new BotKb.Access.Reader("bert@example.com", ["user:bert@example.com"]);
        (await catalog.TurnsAsync(TestChannel.Name, bert, hers.ConversationId, Cancelled)).ShouldBeEmpty();
        (await catalog.FindKeyAsync(TestChannel.Name, "bert@example.com", hers.ConversationId, Cancelled)).ShouldBeNull();
        (await catalog.DeleteAsync(TestChannel.Name, "bert@example.com", hers.ConversationId, Cancelled)).ShouldBeFalse();
        (await catalog.ListAsync(TestChannel.Name, "bert@example.com", 10, Cancelled)).ShouldBeEmpty();
        (await catalog.ListAsync(TestChannel.Name, "anna@example.com", 10, Cancelled)).ShouldHaveSingleItem().Title.ShouldBe("secret");
    }
}
