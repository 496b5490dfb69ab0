using BotKb.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace BotKb.WebConsole.Accounts;

/// <summary>Compares the cookie with the account's row on every request: a lock, another role or password ends it at once.</summary>
internal sealed class CookieSession(AccountCatalog accounts) : CookieAuthenticationEvents
{
    private static readonly object Key = new();

    /// <summary>The session of a request; null for somebody who is not signed in.</summary>
    public static AccountSession? Of(HttpContext context) => context.Items[Key] as AccountSession;

    /// <summary>Begins a session.</summary>
    public static Task BeginAsync(HttpContext context, AccountSession session) =>
        context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SessionClaims.ToPrincipal(session));

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        // Scripts and styles are the same for everybody.
        if (ConsolePaths.IsAsset(context.Request.Path))
        {
            return;
        }

        var session = await CurrentAccount.SessionAsync(context.Principal!, accounts, context.HttpContext.RequestAborted);
        if (session is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        context.HttpContext.Items[Key] = session;
        context.ReplacePrincipal(SessionClaims.ToPrincipal(session));
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (ConsolePaths.IsForPeople(context.Request))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
