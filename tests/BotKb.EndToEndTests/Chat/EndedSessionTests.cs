using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BotKb.Access;
using BotKb.Simulators.OpenAi;

namespace BotKb.EndToEndTests.Chat;

/// <summary>What an admin takes away counts at once, also for who is in.</summary>
[Collection(typeof(OneChatSite))]
public sealed class EndedSessionTests(ChatSite site)
{
    private const string Question = "How long is the warranty of the pump P-100?";
    private const string Ended = "Your session has ended, or your rights have changed. Sign in again to go on.";
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(8);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Admin_who_becomes_a_member_loses_the_admins_routes()
    {
        using var person = await site.NewPersonAsync(AccountRole.Admin, Cancelled);
        var uploads = ChatSite.UploadsOf(site.KnowledgeBase);
        using var before = await person.Client.GetAsync(uploads, Cancelled);

        await site.Accounts.ChangeRoleAsync(person.Id, AccountRole.Member, Cancelled);
        using var page = await person.Client.GetAsync("admin/members", Cancelled);
        using var route = await person.Client.GetAsync(uploads, Cancelled);
        await person.Client.SignInAsync(person.Email, ChatProgram.Password, Cancelled);
        using var pageOfMember = await person.Client.GetAsync("admin/members", Cancelled);
        using var routeOfMember = await person.Client.GetAsync(uploads, Cancelled);

        before.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.Location!.OriginalString.ShouldContain("/sign-in");
        (await SentenceAsync(route, HttpStatusCode.Unauthorized)).ShouldBe(Ended);
        pageOfMember.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SentenceAsync(routeOfMember, HttpStatusCode.Forbidden)).ShouldBe("This page is for admins.");
    }

    [Theory]
    [InlineData("locked")]
    [InlineData("deleted")]
    public async Task Whoever_is_kept_out_sees_no_more_of_a_running_answer(string how)
    {
        site.Model.Reset();
        site.Model.Play(new OpenAiScript { Text = string.Concat(Enumerable.Repeat("The pump lasts. ", 100)), TokensPerSecond = 5 });
        using var person = await site.NewPersonAsync(AccountRole.Member, Cancelled);
        var (conversation, turn) = await person.Client.AskAsync(Question, site.KnowledgeBase, Cancelled);
        var seen = person.Client.EventsAsync(conversation, Cancelled).ToListAsync(Cancelled).AsTask();
        await person.Client.EventsAsync(conversation, Cancelled).FirstAsync(reply => reply.Text.Length > 0, Cancelled);

        await (how == "locked" ? site.Accounts.LockAsync(person.Id, Cancelled) : site.Accounts.DeleteAsync(person.Id, Cancelled));
        using var read = await person.Client.GetAsync($"api/chat/conversations/{conversation}", Cancelled);
        using var again = await person.Client.TrySignInAsync(person.Email, ChatProgram.Password, Cancelled);
        var events = await seen.WaitAsync(Bound, Cancelled);

        (await SentenceAsync(read, HttpStatusCode.Unauthorized)).ShouldBe(Ended);
        again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        events.ShouldAllBe(reply => reply.Turn == turn && !reply.HasEnded);
    }

    [Fact]
    public async Task Session_that_goes_on_keeps_its_events()
    {
        site.Model.Reset();
        site.Model.Play(new OpenAiScript { Text = string.Concat(Enumerable.Repeat("The pump lasts. ", 10)), TokensPerSecond = 10 });
        using var person = await site.NewPersonAsync(AccountRole.Member, Cancelled);

        var (conversation, _) = await person.Client.AskAsync(Question, site.KnowledgeBase, Cancelled);
        var seen = await person.Client.EventsAsync(conversation, Cancelled).FirstAsync(reply => reply.HasEnded, Cancelled);

        seen.State.ShouldBe("answered");
    }

    private static async Task<string?> SentenceAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        answer.StatusCode.ShouldBe(expected);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("error").GetString();
    }
}
