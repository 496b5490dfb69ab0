using System.Text.Encodings.Web;
using BotKb.Conversations;
using BotKb.Data;
using BotKb.WebConsole.Accounts;
using BotKb.WebConsole.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotKb.WebConsole.Security;

/// <summary>What a browser gets for a request that failed: one sentence, with an id that stands in the log, nothing of the cause.</summary>
internal static class FailedRequest
{
    public static async Task WriteAsync(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        if (exception is SessionEndedException && ConsolePaths.IsForPeople(context.Request))
        {
            context.Response.Redirect($"{ConsolePaths.SignIn}?ended=1");
            return;
        }

        var texts = ConsoleTexts.Of(ConsoleTexts.Known(context.Request.Cookies[RequestLanguage.Cookie])
            ?? RequestLanguage.OfBrowser(context.Request.Headers.AcceptLanguage.ToString()));
        var sentence = Sentence(context, exception, texts);
        if (ConsolePaths.IsApi(context.Request.Path))
        {
            await ApiSentences.WriteAsync(context, context.Response.StatusCode, sentence);
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="{texts.HtmlLanguage}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{texts.Frame.FailedTitle} · BotKb</title>
            <link rel="stylesheet" href="/_content/BotKb.Console/console.css"></head>
            <body class="plain"><main class="card"><h1>{texts.Frame.FailedTitle}</h1><p>{HtmlEncoder.Default.Encode(sentence)}</p>
            <p><a href="/">{texts.Frame.ToStart}</a></p></main></body>
            </html>
            """,
            context.RequestAborted);
    }

    private static string Sentence(HttpContext context, Exception exception, ConsoleTexts texts)
    {
        if (exception is SessionEndedException)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return texts.Frame.SessionEnded;
        }

        if (exception is AntiforgeryValidationException or BadHttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return texts.SignIn.FormExpired;
        }

        if (PostgresFailure.Describe(exception) is not null
            || (exception.InnerException is { } cause && PostgresFailure.Describe(cause) is not null))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return texts.Frame.DatabaseAway;
        }

        var id = FailureIds.New();
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FailedRequest)).RequestFailed(exception, id);
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return $"{texts.Frame.Failed} {id}";
    }
}
