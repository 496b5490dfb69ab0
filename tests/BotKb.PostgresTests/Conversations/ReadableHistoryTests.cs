using BotKb.Access;
using BotKb.Answering;
using BotKb.Conversations;
using BotKb.PostgresTests.Fixture;
using BotKb.PostgresTests.Knowledge;

namespace BotKb.PostgresTests.Conversations;

/// <summary>What is shown again of a conversation: found quickly, and only while its evidence may be read.</summary>
public sealed class ReadableHistoryTests(PostgresFixture postgres)
{
    private static readonly Reader Anna = new("anna@example.com", ["user:anna@example.com"]);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_turns_of_a_long_conversation_are_found_by_its_own_index()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        await using var spine = await TestSpine.StartAsync(database, ScriptedEngine.Echo(), _ => new TestChannel());
        await ExecuteAsync(database, """
            insert into conversation (channel, tenant, key, title, created_at, last_turn_at)
            select 'test', '', 'k' || n, 't', now(), now() from generate_series(1, 10000) n;
            insert into turn (conversation_id, channel, tenant, message_id, asker_id, question, knowledge_bases, state, attempt, reply_ids, answer, received_at, ended_at)
            select case when n <= 10000 then 1 else 1 + n % 10000 end, 'test', '', 'm' || n, 'a', 'q', '{1}', 'answered', 1, '{}', repeat('words ', 20), now(), now()
            from generate_series(1, 200000) n;
            analyze turn
            """);

        await using var command = database.DataSource.CreateCommand("explain " + ReadableHistory.Past);
        command.Parameters.AddWithValue(1L);
        command.Parameters.AddWithValue(200_001L);
        command.Parameters.AddWithValue(12);
        await using var rows = await command.ExecuteReaderAsync(Cancelled);
        var plan = new List<string>();
        while (await rows.ReadAsync(Cancelled))
        {
            plan.Add(rows.GetString(0));
        }

        string.Join('\n', plan).ShouldContain("ix_turn_conversation_id_id");
    }

    [Fact]
    public async Task An_answer_without_citations_is_withheld_once_what_the_model_was_given_may_not_be_read()
    {
        await using var database = await postgres.CreateDatabaseAsync(Cancelled);
        await using var knowledge = await TestKnowledge.OpenAsync(database.ConnectionString, null, Cancelled);
        const string Text = "The bonus of the board is secret.";
        knowledge.Source.Put("a", Text, readers: ReaderSet.Of(Anna.PrincipalKeys));
        await knowledge.SyncAsync(Cancelled);
        var document = long.Parse((await knowledge.QueryAsync("select id from document", Cancelled)).Single());
        var engine = new ScriptedEngine((_, _) => Uncited(document));
        await using var spine = await TestSpine.StartAsync(database, engine, _ => new TestChannel());
        var first = await spine.SayAsync("bonus?", "1");
        await spine.EndOfAsync(first.TurnId);
        var catalog = spine.Get<ConversationCatalog>();
        var before = await catalog.TurnsAsync(TestChannel.Name, Anna, first.ConversationId, Cancelled);

        knowledge.Source.Put("a", Text, readers: ReaderSet.Of(["user:bert@example.com"]));
        await knowledge.SyncAsync(Cancelled);
        var after = await catalog.TurnsAsync(TestChannel.Name, Anna, first.ConversationId, Cancelled);
        await spine.EndOfAsync((await spine.SayAsync("and now?", "2")).TurnId);

        before.ShouldHaveSingleItem().IsWithheld.ShouldBeFalse();
        after.ShouldHaveSingleItem().IsWithheld.ShouldBeTrue();
        after[0].Reply.ShouldNotBeNull().Text.ShouldBeEmpty();
        engine.Asked.Last().History.ShouldBeEmpty();
    }

    private static async IAsyncEnumerable<AnswerPart> Uncited(long document)
    {
        await Task.Yield();
        yield return new AnswerPart.Text("The bonus is secret.");
        yield return new AnswerPart.Done(
            AnswerOutcome.Answered, new AnswerTrace { Model = "main", Passages = [new TracedPassage(1, document, 1, "given")] });
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}
