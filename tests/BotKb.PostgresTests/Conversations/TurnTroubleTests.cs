using System.Runtime.CompilerServices;
using BotKb.Answering;
using BotKb.Conversations;
using BotKb.PostgresTests.Fixture;
using BotKb.Replies;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotKb.PostgresTests.Conversations;

/// <summary>Each turn has its end, once, whatever of its surroundings breaks.</summary>
public sealed class TurnTroubleTests(PostgresFixture postgres)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_that_looks_like_an_escape_or_cannot_be_stored_ends_at_the_first_attempt()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var engine = new ScriptedEngine((_, _) => Strange());
        await using var spine = await TestSpine.StartAsync(database, engine, _ => new TestChannel());

        (await EndAsync(spine, await spine.SayAsync("what is NUL?", "1"))).ShouldBe((TurnState.Answered, 1, "words"));

        static async IAsyncEnumerable<AnswerPart> Strange()
        {
            await Task.Yield();
            yield return new AnswerPart.Text("wo\0rds");
            yield return new AnswerPart.Notice("write it as \\u0000");
            yield return new AnswerPart.Done(AnswerOutcome.Answered, new AnswerTrace { StandaloneQuestion = "what\0 is it \ud83d" });
        }
    }

    [Fact]
    public async Task An_attempt_that_somebody_cancels_is_made_again_without_waiting_for_the_sweep()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var engine = new ScriptedEngine((_, _) => throw new TaskCanceledException("by nobody known"));
        await using var spine = await TestSpine.StartAsync(
            database, engine, _ => new TestChannel(), ("Conversations:MaxAttempts", "2"));

        var end = await EndAsync(spine, await spine.SayAsync("hello pump", "1"));

        (end.State, end.Attempt).ShouldBe((TurnState.Failed, 3));
    }

    [Fact]
    public async Task A_connection_that_breaks_while_it_is_stopped_keeps_what_was_shown()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var engine = new ScriptedEngine((_, token) => BreaksAsync(shown, token));
        await using var spine = await TestSpine.StartAsync(database, engine, _ => new TestChannel());

        var receipt = await spine.SayAsync("long story", "1");
        await shown.Task.WaitAsync(Cancelled);
        await spine.Inbox.StopAsync(receipt.ConversationId, receipt.TurnId, Cancelled);

        (await EndAsync(spine, receipt)).ShouldBe((TurnState.Stopped, 1, "begun"));
    }

    [Fact]
    public async Task A_connection_that_breaks_at_the_deadline_is_not_asked_again()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var engine = new ScriptedEngine((_, token) => BreaksAsync(new TaskCompletionSource(), token));
        await using var spine = await TestSpine.StartAsync(
            database, engine, _ => new TestChannel(), ("Conversations:DeadlineSeconds", "5"));

        var end = await EndAsync(spine, await spine.SayAsync("long story", "1"));

        (end.State, end.Attempt).ShouldBe((TurnState.Failed, 1));
        end.Answer.ShouldContain("took too long");
    }

    [Fact]
    public async Task The_identity_of_a_message_is_kept_although_the_database_failed_when_it_was_posted()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        var posted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var channel = new TestChannel { After = _ => posted.TrySetResult() };
        await using var spine = await TestSpine.StartAsync(
            database, ScriptedEngine.Waiting(new TaskCompletionSource(), posted.Task), _ => channel);
        await ExecuteAsync(database, """
            create sequence tries;
            create function fail_once() returns trigger language plpgsql as $$ begin
                if nextval('tries') = 1 then raise exception 'broken'; end if; return new; end $$;
            create trigger fail_once before update of reply_ids on turn for each row execute function fail_once()
            """);

        var receipt = await spine.SayAsync("warranty?", "1");
        (await EndAsync(spine, receipt)).ShouldBe((TurnState.Answered, 1, "begun and done"));

        await using var command = database.DataSource.CreateCommand("select reply_ids from turn");
        ((string[]?)await command.ExecuteScalarAsync(Cancelled)).ShouldBe(["m1"]);
    }

    [Fact]
    public async Task A_budget_that_cannot_be_asked_while_a_reply_grows_does_not_end_the_turn()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        await using var spine = await TestSpine.StartAsync(database, ScriptedEngine.Echo(), _ => new TestChannel());
        await ExecuteAsync(database, """
            insert into conversation (channel, tenant, key, title, created_at, last_turn_at) values ('test', '', 'k', 't', now(), now());
            insert into turn (conversation_id, channel, tenant, message_id, asker_id, question, knowledge_bases, state, attempt, reply_ids, received_at)
            select id, 'test', '', 'm', 'a', 'q', '{1}', 'received', 0, '{}', now() from conversation
            """);
        var (turns, channel) = (spine.Get<TurnStore>(), new TestChannel());
        var turn = (await turns.BeginAsync(1, Cancelled)).ShouldNotBeNull();
        await using var stream = new ReplyStream(
            channel, new ReplyMessages(channel, turn, turns), new BrokenBudget(), TimeProvider.System, NullLogger<ReplyStream>.Instance);

        stream.Show(new AnswerPart.Text("words"));
        var end = await stream.CompleteAsync(ReplyState.Answered, null, null, Cancelled);

        end.Body.State.ShouldBe(ReplyState.Answered);
        channel.Screen(1).ShouldHaveSingleItem().Text.ShouldBe("words");
    }

    [Fact]
    public async Task A_message_that_comes_again_for_another_thread_leaves_no_empty_conversation()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        await using var spine = await TestSpine.StartAsync(database, ScriptedEngine.Echo(), _ => new TestChannel());
        await EndAsync(spine, await spine.SayAsync("once", "1"));

        await Should.ThrowAsync<BotKbException>(() => spine.SayAsync("once", "1", thread: "t2"));

        (await spine.Get<ConversationCatalog>().ListAsync(TestChannel.Name, "anna@example.com", 10, Cancelled)).Count.ShouldBe(1);
    }

    private static async Task<(string State, int Attempt, string Answer)> EndAsync(TestSpine spine, InboxReceipt receipt) =>
        await spine.EndOfAsync(receipt.TurnId).WaitAsync(TimeSpan.FromSeconds(30), Cancelled);

    private static async IAsyncEnumerable<AnswerPart> BreaksAsync(
        TaskCompletionSource shown, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new AnswerPart.Text("begun");
        shown.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        throw new IOException("The connection was closed.");
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    private sealed class BrokenBudget : IRateBudget
    {
        public Task TakeAsync(IReadOnlyList<RateLimit> limits, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<bool> IsOpenAsync(IReadOnlyList<RateLimit> limits) => throw new TimeoutException("The grain does not answer.");

        public Task CloseForAsync(IReadOnlyList<RateLimit> limits, TimeSpan duration) => Task.CompletedTask;
    }
}
