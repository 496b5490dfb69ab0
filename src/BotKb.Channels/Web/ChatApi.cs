using System.Security.Claims;
using BotKb.Access;
using BotKb.Conversations;
using BotKb.Knowledge;
using BotKb.Knowledge.Reading;
using BotKb.Quality;
using BotKb.Replies;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BotKb.Channels.Web;

/// <summary>
/// The web chat over HTTP, for signed-in people. What belongs to another person is answered like what does not exist; every failure is
/// <c>{"error": "one sentence"}</c>.
/// </summary>
public static class ChatApi
{
    /// <summary>The authorization policy of every route.</summary>
    public const string Policy = "member";

    private const int Listed = 200;

    /// <summary>Maps the routes below <c>/api</c>.</summary>
    public static IEndpointRouteBuilder MapChatApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").RequireAuthorization(Policy).AddEndpointFilter<RouteGroupBuilder, ChatApiFilter>();
        api.MapGet("/antiforgery", Token);
        var chat = api.MapGroup("/chat");
        chat.MapGet("/knowledge-bases", KnowledgeBasesAsync);
        chat.MapPost("/messages", AskAsync);
        chat.MapGet("/conversations", ListAsync);
        chat.MapGet("/conversations/{id:long}", ReadAsync);
        chat.MapDelete("/conversations/{id:long}", DeleteAsync);
        chat.MapGet("/conversations/{id:long}/events", WatchAsync);
        chat.MapPost("/conversations/{id:long}/turns/{turn:long}/stop", StopAsync);
        chat.MapPost("/turns/{turn:long}/rating", RateAsync);
        return routes;
    }

    private static IResult Token(HttpContext http, IAntiforgery antiforgery) =>
        Results.Json(new { token = antiforgery.GetAndStoreTokens(http).RequestToken });

    private static async Task<IResult> KnowledgeBasesAsync(
        HttpContext http, KnowledgeBaseCatalog knowledge, ReaderLookup readers, CancellationToken cancellationToken) =>
        Results.Json(await knowledge.ListReadableAsync(Who(http, readers).Reader, cancellationToken), ChatJson.Options);

    private static async Task<IResult> AskAsync(
        HttpContext http, Inbox inbox, ConversationCatalog catalog, KnowledgeBaseCatalog knowledge, ReaderLookup readers,
        CancellationToken cancellationToken)
    {
        var texts = TextsOf(http);
        var (reader, email) = Who(http, readers);
        var question = await ChatJson.ReadAsync<ChatQuestion>(http.Request, texts, cancellationToken);
        if (question.Problem(texts) is { } problem)
        {
            throw new ChatRefusal(problem);
        }

        var readable = (await knowledge.ListReadableAsync(reader, cancellationToken)).Select(row => row.Id).ToHashSet();
        long[] asked = [.. question.KnowledgeBases!.Distinct()]; // Not null, or there was a problem.
        if (!readable.IsSupersetOf(asked))
        {
            throw NotFound(texts);
        }

        var key = question.Conversation is { } id ? await KeyAsync(http, catalog, email, id, cancellationToken) : $"{email}-{question.MessageId:N}";
        var message = new IncomingMessage(WebChannel.Name, "", question.MessageId.ToString(), key, email, email, email, question.Text!, asked);
        try
        {
            var receipt = await inbox.AcceptAsync(message, cancellationToken);
            return Results.Json(new ChatReceipt(receipt.ConversationId, receipt.TurnId));
        }
        catch (BotKbException exception) when (exception.Kind == FailureKind.GiveUp)
        {
            throw NotFound(texts);
        }
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, ConversationCatalog catalog, ReaderLookup readers, CancellationToken cancellationToken) =>
        Results.Json(await catalog.ListAsync(WebChannel.Name, Who(http, readers).Email, Listed, cancellationToken), ChatJson.Options);

    private static async Task<IResult> ReadAsync(
        long id, HttpContext http, ConversationCatalog catalog, ReaderLookup readers, CancellationToken cancellationToken)
    {
        var (reader, email) = Who(http, readers);
        await KeyAsync(http, catalog, email, id, cancellationToken);
        return Results.Json(new { id, turns = await catalog.TurnsAsync(WebChannel.Name, reader, id, cancellationToken) }, ChatJson.Options);
    }

    private static async Task<IResult> DeleteAsync(
        long id, HttpContext http, ConversationCatalog catalog, ReaderLookup readers, CancellationToken cancellationToken) =>
        await catalog.DeleteAsync(WebChannel.Name, Who(http, readers).Email, id, cancellationToken)
            ? Results.NoContent()
            : throw NotFound(TextsOf(http));

    private static async Task WatchAsync(
        long id, HttpContext http, ConversationCatalog catalog, LiveReplies live, DocumentReading documents, TimeProvider time,
        ReaderLookup readers, CancellationToken cancellationToken)
    {
        var (reader, email) = Who(http, readers);
        await KeyAsync(http, catalog, email, id, cancellationToken);
        try
        {
            await new ChatEvents(live, documents, time).WriteAsync(http.Response, id, reader, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The client has closed the connection.
        }
    }

    private static async Task<IResult> StopAsync(
        long id, long turn, HttpContext http, Inbox inbox, ConversationCatalog catalog, ReaderLookup readers, CancellationToken cancellationToken)
    {
        await KeyAsync(http, catalog, Who(http, readers).Email, id, cancellationToken);
        await inbox.StopAsync(id, turn, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> RateAsync(
        long turn, HttpContext http, RateAnswer rate, ReaderLookup readers, CancellationToken cancellationToken)
    {
        var texts = TextsOf(http);
        var email = Who(http, readers).Email;
        var given = await ChatJson.ReadAsync<ChatRating>(http.Request, texts, cancellationToken);
        if (given.Rating is not (1 or -1 or 0))
        {
            throw new ChatRefusal(texts.NoRating);
        }

        return await rate.RunAsync(turn, email, given.Rating.Value, given.Comment ?? "", cancellationToken)
            ? Results.NoContent()
            : throw NotFound(texts);
    }

    private static async Task<string> KeyAsync(
        HttpContext http, ConversationCatalog catalog, string email, long id, CancellationToken cancellationToken) =>
        await catalog.FindKeyAsync(WebChannel.Name, email, id, cancellationToken) ?? throw NotFound(TextsOf(http));

    private static (Reader Reader, string Email) Who(HttpContext http, ReaderLookup readers)
    {
        var reader = http.User.FindFirstValue(ClaimTypes.Email) is { } email && EmailAddress.IsValid(email) ? readers.Find(email) : null;
        return reader?.Email is { } address
            ? (reader, address)
            : throw new ChatRefusal(StatusCodes.Status403Forbidden, TextsOf(http).NoAccount);
    }

    private static ChatApiTexts TextsOf(HttpContext http) => ChatApiTexts.Of(http.Request.Headers.AcceptLanguage.ToString());

    private static ChatRefusal NotFound(ChatApiTexts texts) => new(StatusCodes.Status404NotFound, texts.NotFound);
}
