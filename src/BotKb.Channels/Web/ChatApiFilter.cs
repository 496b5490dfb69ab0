using System.Globalization;
using BotKb.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BotKb.Channels.Web;

/// <summary>What holds for every route of the chat's API: a change comes from BotKb's own page, and a failure is one sentence.</summary>
internal sealed class ChatApiFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    private const string TokenHeader = "RequestVerificationToken";
    private const int RetryAfterSeconds = 3;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var texts = ChatApiTexts.Of(http.Request.Headers.AcceptLanguage.ToString());
        if (!HttpMethods.IsGet(http.Request.Method) && !await IsFromPageAsync(http))
        {
            return Sentence(texts.BadToken, StatusCodes.Status400BadRequest);
        }

        try
        {
            http.Response.Headers.CacheControl = "private, no-store";
            return await next(context);
        }
        catch (ChatRefusal refusal)
        {
            return Sentence(refusal.Message, refusal.Status);
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            return Sentence(exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? texts.TooLarge : texts.BadJson, exception.StatusCode);
        }
        catch (Exception exception) when (!http.Response.HasStarted && IsPassing(exception))
        {
            http.Response.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return Sentence(texts.Away, StatusCodes.Status503ServiceUnavailable);
        }
    }

    // Without the header the framework would look for the token in the body.
    private async Task<bool> IsFromPageAsync(HttpContext http) =>
        http.Request.Headers.ContainsKey(TokenHeader) && await antiforgery.IsRequestValidAsync(http);

    private static bool IsPassing(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is OrleansException || PostgresFailure.Describe(cause) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static IResult Sentence(string sentence, int status) => Results.Json(new { error = sentence }, statusCode: status);
}
