using BotKb.Conversations;
using BotKb.Replies;
using BotKb.WebConsole.Chat;

namespace BotKb.Tests.Chat;

public sealed class ChatThreadTests
{
    private readonly ChatThread _thread = new(1);

    [Fact]
    public void Live_reply_is_laid_over_a_turn_without_an_end()
    {
        _thread.Load([Kept(5, null)]);

        _thread.Show(new LiveReply(5, 10, Cited.Reply("Half", ReplyState.Streaming))).ShouldBeTrue();

        Shown(5).Reply!.Text.ShouldBe("Half");
        _thread.Open!.Id.ShouldBe(5);
    }

    [Fact]
    public void Older_live_reply_changes_nothing()
    {
        _thread.Load([Kept(5, null)]);
        _thread.Show(new LiveReply(5, 10, Cited.Reply("new", ReplyState.Streaming)));

        _thread.Show(new LiveReply(5, 9, Cited.Reply("old", ReplyState.Streaming)));

        Shown(5).Reply!.Text.ShouldBe("new");
    }

    [Fact]
    public void Kept_reply_is_the_last_word_so_that_a_withheld_one_stays_withheld()
    {
        _thread.Load([Kept(5, Cited.Reply("")) with { IsWithheld = true }]);

        _thread.Show(new LiveReply(5, 99, Cited.Reply("secret"))).ShouldBeTrue();

        Shown(5).Reply!.Text.ShouldBeEmpty();
        Shown(5).IsWithheld.ShouldBeTrue();
    }

    [Fact]
    public void Reading_again_keeps_what_is_live()
    {
        _thread.Load([Kept(5, null)]);
        _thread.Show(new LiveReply(5, 10, Cited.Reply("Half", ReplyState.Streaming)));

        _thread.Load([Kept(4, Cited.Reply("before")), Kept(5, null)]);

        _thread.Turns.Select(turn => turn.Reply!.Text).ShouldBe(["before", "Half"]);
    }

    [Fact]
    public void Reply_of_a_turn_that_is_not_known_asks_for_reading_again() =>
        _thread.Show(new LiveReply(6, 1, Cited.Reply("x"))).ShouldBeFalse();

    [Fact]
    public void Question_is_shown_before_it_is_accepted_and_once_after()
    {
        var question = new SentQuestion(Guid.NewGuid(), "How often?");
        _thread.Send(question);
        _thread.Sent.ShouldBe([question]);

        _thread.Accept(question, new InboxReceipt(1, 7, true), [3]);
        _thread.Accept(question, new InboxReceipt(1, 7, false), [3]);

        _thread.Sent.ShouldBeEmpty();
        _thread.Turns.ShouldHaveSingleItem().ShouldBe(new ShownTurn(7, "How often?", Shown(7).KnowledgeBases, null, false, 0, false, 0));
    }

    private static TurnView Kept(long id, ReplyBody? reply) => new(id, $"q{id}", [3], DateTimeOffset.UnixEpoch, reply, false, 0);

    private ShownTurn Shown(long id) => _thread.Turns.Single(turn => turn.Id == id);
}
