using BotKb.Replies;
using BotKb.WebConsole.Chat;
using Bunit;

namespace BotKb.Tests.Chat;

public sealed class TurnMessageTests : IDisposable
{
    private readonly BunitContext _context = new();
    private readonly List<(long Turn, int Rating, string Comment)> _ratings = [];
    private readonly List<long> _stopped = [];

    public void Dispose() => _context.Dispose();

    [Fact]
    public void Question_is_shown_word_for_word()
    {
        var turn = Turn(null) with { Question = "<b>*Hello*</b>\n[1]" };

        Render(turn).Find(".chat-question p").TextContent.ShouldBe("<b>*Hello*</b>\n[1]");
    }

    [Fact]
    public void Turn_that_is_answered_can_be_stopped_and_one_after_it_waits()
    {
        var shown = Render(Turn(Cited.Reply("Half", ReplyState.Streaming)), isNext: true);
        shown.Find(".chat-running button").Click();

        shown.Find(".chat-running").TextContent.ShouldContain(ChatTexts.English.Searching);
        _stopped.ShouldBe([5]);
        Render(Turn(null)).Find(".chat-running").TextContent.ShouldContain(ChatTexts.English.Waiting);
    }

    [Fact]
    public void Answer_has_its_sources_a_notice_and_a_copy_in_plain_text()
    {
        var shown = Render(Turn(Cited.Reply("Each **year** [1].", notice: "The model did not answer.", citations: Cited.Document())));

        shown.Find(".chat-sources a").TextContent.ShouldBe("Pump manual");
        shown.Find(".chat-place").TextContent.ShouldBe("Page 3 · Care › Oil");
        shown.Find(".chat-notice").TextContent.ShouldContain("The model did not answer.");
        shown.Find("[data-copy]").GetAttribute("data-copy").ShouldBe("Each **year** [1].\n\nSources\n[1] Pump manual · Page 3 · Care › Oil");
    }

    [Fact]
    public void Refusal_names_the_nearest_documents()
    {
        var shown = Render(Turn(Cited.Reply("I found nothing.", ReplyState.Refused, citations: Cited.Document())));

        shown.Find(".chat-sources-title").TextContent.ShouldBe(ChatTexts.English.Nearest);
    }

    [Theory]
    [InlineData(ReplyState.Failed, ".chat-failed")]
    [InlineData(ReplyState.Stopped, ".chat-aside")]
    public void Turn_that_ended_otherwise_says_so(ReplyState state, string where) =>
        Render(Turn(Cited.Reply("E-1234", state))).Find(where).TextContent.ShouldBe(
            state == ReplyState.Failed ? ChatTexts.English.Failed : ChatTexts.English.Stopped);

    [Fact]
    public void Answer_whose_document_may_no_longer_be_read_is_not_shown()
    {
        var shown = Render(Turn(Cited.Reply("", citations: [])) with { IsWithheld = true });

        shown.Find(".chat-answer").TextContent.ShouldContain(ChatTexts.English.Withheld);
        shown.FindAll(".chat-text, .chat-actions").ShouldBeEmpty();
    }

    [Fact]
    public void Bad_answer_is_kept_at_once_and_the_comment_after_it()
    {
        var shown = Render(Turn(Cited.Reply("x")));

        Button(shown, ChatTexts.English.Bad).Click();
        shown.Find(".chat-comment textarea").Change("It is out of date.");
        shown.Find(".chat-comment").Submit();

        _ratings.ShouldBe([(5, -1, ""), (5, -1, "It is out of date.")]);
        Button(shown, ChatTexts.English.Bad).GetAttribute("aria-pressed").ShouldBe("true");
        shown.FindAll(".chat-comment").ShouldBeEmpty();
    }

    [Fact]
    public void Second_press_takes_a_rating_back()
    {
        var shown = Render(Turn(Cited.Reply("x")) with { Rating = 1 });

        Button(shown, ChatTexts.English.Good).Click();

        _ratings.ShouldBe([(5, 0, "")]);
        Button(shown, ChatTexts.English.Good).GetAttribute("aria-pressed").ShouldBe("false");
    }

    [Fact]
    public void Turn_that_has_not_changed_is_not_drawn_again()
    {
        var turn = Turn(Cited.Reply("x"));
        var shown = Render(turn);
        var before = shown.RenderCount;

        shown.Render(parameters => parameters.Add(message => message.Turn, turn));
        shown.RenderCount.ShouldBe(before);
        shown.Render(parameters => parameters.Add(message => message.Turn, turn with { Reply = Cited.Reply("y") }));

        shown.Find(".chat-text").TextContent.ShouldBe("y");
    }

    private static ShownTurn Turn(ReplyBody? reply) => new(5, "How often?", [1], reply, false, 0, false, 0);

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<TurnMessage> shown, string name) => shown.Find($"button[aria-label='{name}']");

    private IRenderedComponent<TurnMessage> Render(ShownTurn turn, bool isNext = false) => _context.Render<TurnMessage>(parameters => parameters
        .Add(message => message.Turn, turn).Add(message => message.IsNext, isNext).Add(message => message.Texts, ChatTexts.English)
        .Add(message => message.OnStop, _stopped.Add)
        .Add(message => message.OnRate, (id, rating, comment) =>
        {
            _ratings.Add((id, rating, comment));
            return Task.FromResult(true);
        }));
}
