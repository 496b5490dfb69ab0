using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BotKb.Access;

namespace BotKb.EndToEndTests.Chat;

/// <summary>Questions that are none.</summary>
[Collection(typeof(OneChatSite))]
public sealed class BadQuestionTests(ChatSite site)
{
    private const string Id = "8f14e45f-ceea-467f-a8d3-0c1e2f3a4b5c";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"How long is the warranty?\"")]
    [InlineData($$"""{"messageId":"{{Id}}","text":5,"knowledgeBases":[KB]}""")]
    [InlineData($$"""{"messageId":"{{Id}}","text":"Why?","knowledgeBases":"KB"}""")]
    [InlineData($$"""{"messageId":"{{Id}}","text":"Why?","knowledgeBases":[]}""")]
    [InlineData($$"""{"messageId":"{{Id}}","text":"Why?","knowledgeBases":[1e99]}""")]
    [InlineData($$"""{"messageId":"{{Id}}","text":"Why?"}""")]
    [InlineData($$"""{"messageId":"{{Id}}","text":"","knowledgeBases":[KB]}""")]
    [InlineData($$"""{"messageId":"{{Id}}","text":" \n\t","knowledgeBases":[KB]}""")]
    [InlineData($$"""{"messageId":"{{Id}}","text":"\ud83d","knowledgeBases":[KB]}""")]
    [InlineData($$"""{"messageId":"{{Id}}","conversation":"1","text":{},"knowledgeBases":[KB]}""")]
    [InlineData("""{"messageId":"one","text":"Why?","knowledgeBases":[KB]}""")]
    [InlineData("""{"text":"Why?","knowledgeBases":[KB]}""")]
    public async Task Body_that_is_no_question_is_refused_in_one_sentence(string body)
    {
        using var content = new StringContent(
            body.Replace("KB", $"{site.KnowledgeBase}", StringComparison.Ordinal), Encoding.UTF8, "application/json");

        using var answer = await site.Admin.SendAsync(HttpMethod.Post, "api/chat/messages", content, Cancelled);

        await ShouldBeSentenceAsync(answer, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Question_of_100000_characters_is_answered_in_a_sentence_and_a_longer_one_refused()
    {
        site.Model.Reset();
        var longest = string.Concat(Enumerable.Repeat("How long is the warranty of the pump P-100? ", 2_300))[..100_000];

        var (conversation, _) = await site.Admin.AskAsync(longest, site.KnowledgeBase, Cancelled);
        var answer = (await site.Admin.AnswersAsync(conversation, Cancelled)).ShouldHaveSingleItem();
        using var longer = await site.Admin.PostAsync("api/chat/messages", Question(longest + "?", site.KnowledgeBase), Cancelled);
        using var huge = await site.Admin.PostAsync(
            "api/chat/messages", Question(new string('x', 2_000_000), site.KnowledgeBase), Cancelled);

        answer.HasEnded.ShouldBeTrue();
        answer.Text.ShouldBe("Your message has 100,000 characters; I read questions of up to 4,000. Please ask in fewer words.");
        site.Model.Calls.ShouldBeEmpty();
        await ShouldBeSentenceAsync(longer, HttpStatusCode.BadRequest);
        await ShouldBeSentenceAsync(huge, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Knowledge_base_that_is_not_there_and_one_for_others_are_the_same()
    {
        var kb = await site.NewKnowledgeBaseAsync(Cancelled);
        using var file = new StringContent("The bonus of the board is secret.");
        (await ChatSite.UploadAsync(site.Admin, kb, "bonus.txt", file, Cancelled, "boss@example.com")).Dispose();
        await site.DocumentAsync(kb, "bonus.txt", Cancelled);
        using var person = await site.NewPersonAsync(AccountRole.Member, Cancelled);

        using var theirs = await person.Client.PostAsync("api/chat/messages", Question("What is the bonus?", kb), Cancelled);
        using var none = await person.Client.PostAsync("api/chat/messages", Question("What is the bonus?", 987654321), Cancelled);

        (await ShouldBeSentenceAsync(theirs, HttpStatusCode.NotFound)).ShouldBe(await ShouldBeSentenceAsync(none, HttpStatusCode.NotFound));
    }

    [Theory]
    [InlineData("api/chat/conversations/99999999999999999999")]
    [InlineData("api/chat/conversations/one")]
    [InlineData("api/nothing")]
    public async Task Address_that_is_none_is_answered_in_one_sentence(string address)
    {
        using var answer = await site.Admin.GetAsync(address, Cancelled);

        await ShouldBeSentenceAsync(answer, HttpStatusCode.NotFound);
    }

    private static object Question(string text, long kb) => new { messageId = Guid.NewGuid(), text, knowledgeBases = new[] { kb } };

    private static async Task<string> ShouldBeSentenceAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        answer.StatusCode.ShouldBe(expected);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        body.EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("error");
        return body.GetProperty("error").GetString().ShouldNotBeNull();
    }
}
