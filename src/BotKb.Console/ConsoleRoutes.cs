using BotKb.Access;
using BotKb.WebConsole.Accounts;
using BotKb.WebConsole.Documents;
using BotKb.WebConsole.Frame;
using BotKb.WebConsole.Security;
using BotKb.WebConsole.Texts;
using BotKb.WebConsole.Uploads;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BotKb.WebConsole;

/// <summary>The console's place in a web application.</summary>
public static class ConsoleRoutes
{
    /// <summary>
    /// Adds the console's protection to every request, and its pages. What the application maps beside it is for signed-in people unless it
    /// says AllowAnonymous.
    /// </summary>
    public static WebApplication MapBotKbConsole(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = FailedRequest.WriteAsync,
            AllowStatusCode404Response = true,

            // FailedRequest logs what is worth it, with the id.
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePagesWithReExecute($"{ConsolePaths.Problem}/{{0}}", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        app.UsePasswordChangeGate();
        app.UseRouting();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet("/", () => Results.Redirect(ConsolePaths.Chat));
        app.MapPost(ConsolePaths.SignOut, SignOutAsync).AllowAnonymous();
        app.MapPost(ConsolePaths.Language, SwitchLanguageAsync).AllowAnonymous();
        app.MapGet(ConsolePaths.ExternalSignIn, Challenge).AllowAnonymous();

        app.MapUploads();
        app.MapDocuments();

        // Its own policy would be a second one beside that of SecurityHeaders.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        await antiforgery.ValidateRequestAsync(context);
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect($"{ConsolePaths.SignIn}?signedOut=1");
    }

    private static async Task<IResult> SwitchLanguageAsync(HttpContext context, IAntiforgery antiforgery, AccountCatalog accounts)
    {
        await antiforgery.ValidateRequestAsync(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var language = ConsoleTexts.Known(form["language"]);
        if (language is null)
        {
            context.Response.Cookies.Delete(RequestLanguage.Cookie);
        }
        else
        {
            context.Response.Cookies.Append(RequestLanguage.Cookie, language, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            });
        }

        if (CookieSession.Of(context) is { } session)
        {
            await accounts.SetLanguageAsync(session.Id, language, context.RequestAborted);
        }

        return Results.LocalRedirect(ConsolePaths.Local(form["returnUrl"]));
    }

    private static IResult Challenge(IOptions<ConsoleOptions> options, string? returnUrl) => options.Value.OpenIdConnect.IsOn
        ? Results.Challenge(new AuthenticationProperties { RedirectUri = ConsolePaths.Local(returnUrl) }, [ExternalSignIn.Scheme])
        : Results.NotFound();
}
