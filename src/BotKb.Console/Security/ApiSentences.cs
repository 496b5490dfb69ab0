using System.Globalization;
using BotKb.WebConsole.Accounts;
using BotKb.WebConsole.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BotKb.WebConsole.Security;

/// <summary>
/// Below /api a failure is <c>{"error": "one sentence"}</c>: no page, and no way to the sign-in, which a program cannot use.
/// </summary>
internal static class ApiSentences
{
    private const int RetryAfterSeconds = 3;

    /// <summary>Says what a status without a body means.</summary>
    public static IApplicationBuilder UseApiSentences(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (ConsolePaths.IsApi(context.Request.Path) && context.Response is
            {
                HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentLength: null, ContentType: null,
            })
        {
            await WriteAsync(context, context.Response.StatusCode, SentenceOf(context, RequestLanguage.Of(context)));
        }
    });

    /// <summary>Answers a request with a status and a sentence.</summary>
    public static Task WriteAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "private, no-store";
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return context.Response.WriteAsJsonAsync(new { error = sentence }, context.RequestAborted);
    }

    private static string SentenceOf(HttpContext context, ConsoleTexts texts) => context.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => texts.Frame.SessionEnded,
        StatusCodes.Status403Forbidden when CookieSession.Of(context) is { MustChangePassword: true } => texts.SignIn.MustChange,
        StatusCodes.Status403Forbidden => texts.Frame.NotAllowed,
        _ => texts.Frame.NotFound,
    };
}
