using System.Security.Claims;
using BotKb.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BotKb.WebConsole.Accounts;

/// <summary>Sign-in at an OpenID Connect provider: the verified e-mail says whose account it is.</summary>
internal static class ExternalSignIn
{
    public const string Scheme = "OpenIdConnect";

    public const string Callback = "/sign-in/callback";

    public static void Configure(OpenIdConnectOptions options, OpenIdConnectSettings settings)
    {
        options.Authority = settings.Authority;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.RequireHttpsMetadata = !new Uri(settings.Authority!).IsLoopback;
        options.CallbackPath = Callback;
        options.ResponseType = OpenIdConnectResponseType.Code;

        // The answer comes as a link and not as a form of the provider: the cookies of the sign-in can stay SameSite=Lax.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.NonceCookie.SameSite = options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.Scope.Add("email");
        options.ClaimActions.MapUniqueJsonKey("email", "email");
        options.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
        options.Events.OnTicketReceived = context => AdmitAsync(context, settings);
        options.Events.OnRemoteFailure = RefuseAsync;
    }

    /// <summary>The e-mail that the provider vouches for; null where it vouches for none, or the domain is not let in.</summary>
    public static string? VerifiedEmail(ClaimsPrincipal? principal, OpenIdConnectSettings settings)
    {
        var given = principal?.FindFirstValue("email")?.Trim();
        var email = given?.ToLowerInvariant();
        var verified = settings.EmailIsVerified
            || string.Equals(principal?.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);

        // A sign such as that of the kelvin is a letter k only once it is in lower case: another person's mailbox.
        return email is not null && verified && EmailAddress.IsValid(email) && email.Equals(given, StringComparison.OrdinalIgnoreCase)
            && (settings.AllowedDomains.Count == 0
                || settings.AllowedDomains.Any(domain => email.EndsWith($"@{domain.Trim()}", StringComparison.OrdinalIgnoreCase)))
            ? email
            : null;
    }

    private static async Task AdmitAsync(TicketReceivedContext context, OpenIdConnectSettings settings)
    {
        var subject = context.Principal?.FindFirstValue("sub");
        var ledger = context.HttpContext.RequestServices.GetRequiredService<SignInLedger>();
        var session = VerifiedEmail(context.Principal, settings) is { } email && subject is not null
            ? await ledger.SucceedElsewhereAsync(
                email, context.Principal!.FindFirstValue("name") ?? email, $"{settings.Authority} {subject}", settings.CreateMembers,
                context.HttpContext.RequestAborted)
            : null;
        if (session is null)
        {
            context.Response.Redirect($"{ConsolePaths.SignIn}?refused=1");
            context.HandleResponse();
            return;
        }

        context.Principal = SessionClaims.ToPrincipal(session);
        context.ReturnUri = ConsolePaths.Local(context.ReturnUri);
    }

    private static Task RefuseAsync(RemoteFailureContext context)
    {
        var logging = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>();
        logging.CreateLogger(typeof(ExternalSignIn)).ExternalSignInFailed(context.Failure?.GetType().Name ?? "unknown");
        context.Response.Redirect($"{ConsolePaths.SignIn}?refused=1");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
