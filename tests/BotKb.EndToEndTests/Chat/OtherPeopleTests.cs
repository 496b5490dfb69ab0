using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using BotKb.Access;

namespace BotKb.EndToEndTests.Chat;

/// <summary>Whoever guesses an address of something that is not theirs learns nothing, not even that it is there.</summary>
[Collection(typeof(OneChatSite))]
public sealed partial class OtherPeopleTests(ChatSite site)
{
    private const long Missing = 987654321;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "api/chat/conversations/{conversation}", null)]
    [InlineData("GET", "api/chat/conversations/{conversation}/events", null)]
    [InlineData("POST", "api/chat/conversations/{conversation}/turns/{turn}/stop", "{}")]
    [InlineData("POST", "api/chat/turns/{turn}/rating", """{"rating":1}""")]
    [InlineData("DELETE", "api/chat/conversations/{conversation}", null)]
    [InlineData("POST", "api/chat/messages", """
        {"conversation":{conversation},"messageId":"{message}","text":"And the valve?","knowledgeBases":[{kb}]}
        """)]
    public async Task Conversation_of_another_person_is_as_good_as_none(string method, string path, string? body)
    {
        site.Model.Reset();
        var (conversation, turn) = await site.Admin.AskAsync("How long is the warranty of the pump P-100?", site.KnowledgeBase, Cancelled);
        var before = await site.Admin.AnswersAsync(conversation, Cancelled);
        using var person = await site.NewPersonAsync(AccountRole.Member, Cancelled);

        var theirs = await AnswerAsync(person, method, Fill(path, conversation, turn), Fill(body, conversation, turn));
        var none = await AnswerAsync(person, method, Fill(path, Missing, Missing), Fill(body, Missing, Missing));

        theirs.ShouldBe(none);
        theirs.Status.ShouldBe(HttpStatusCode.NotFound);
        theirs.Body.ShouldBe("""{"error":"There is no such conversation, turn or knowledge base."}""");
        (await site.Admin.AnswersAsync(conversation, Cancelled)).ShouldBe(before);
    }

    [Fact]
    public async Task Document_of_other_readers_is_as_good_as_none()
    {
        var kb = await site.NewKnowledgeBaseAsync(Cancelled);
        using var file = new StringContent("# Bonus\n\nThe bonus of the board is secret.\n");
        using var uploaded = await ChatSite.UploadAsync(site.Admin, kb, "bonus.md", file, Cancelled, "boss@example.com");
        uploaded.StatusCode.ShouldBe(HttpStatusCode.OK);
        var document = await site.DocumentAsync(kb, "bonus.md", Cancelled);
        using var person = await site.NewPersonAsync(AccountRole.Member, Cancelled);

        foreach (var path in (string[])["documents/{0}", "documents/{0}?quote=bonus#passage", "documents/{0}/original"])
        {
            var theirs = await AnswerAsync(person, "GET", string.Format(path, document), null);
            var none = await AnswerAsync(person, "GET", string.Format(path, Missing), null);

            Same(theirs.Body, document).ShouldBe(Same(none.Body, Missing), path);
            (theirs.Status, none.Status).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound), path);
            theirs.Body.ShouldNotContain("secret");
        }

        var listed = await AnswerAsync(person, "GET", "api/chat/knowledge-bases", null);
        listed.Body.ShouldNotContain($"\"id\":{kb},");
    }

    private string? Fill(string? text, long conversation, long turn) => text?
        .Replace("{conversation}", $"{conversation}", StringComparison.Ordinal)
        .Replace("{turn}", $"{turn}", StringComparison.Ordinal)
        .Replace("{message}", $"{Guid.NewGuid()}", StringComparison.Ordinal)
        .Replace("{kb}", $"{site.KnowledgeBase}", StringComparison.Ordinal);

    private static async Task<(HttpStatusCode Status, string Body)> AnswerAsync(
        ChatPerson person, string method, string? path, string? body)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = method == "GET"
            ? await person.Client.GetAsync(path!, Cancelled)
            : await person.Client.SendAsync(new HttpMethod(method), path!, content, Cancelled);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    // What every page has of its own, whatever it shows.
    private static string Same(string page, long id) => Own().Replace(page, "")
        .Replace($"documents/{id}", "documents/0", StringComparison.Ordinal)
        .Replace($"documents%2F{id}", "documents%2F0", StringComparison.Ordinal);

    [GeneratedRegex(
        "<!--Blazor.*?-->|value=\"CfDJ8[^\"]+\"", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Own();
}
