using System.Security.Claims;
using System.Text.Encodings.Web;
using BotKb.Access;
using BotKb.WebConsole.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotKb.PostgresTests.Uploads;

/// <summary>Signs in whoever the header Test-User names, as an admin where it begins with 'admin'.</summary>
internal sealed class FakeSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "Test-User";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var email = Context.Request.Headers[Header].ToString();
        if (email.Length == 0)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var role = email.StartsWith("admin", StringComparison.Ordinal) ? ConsolePolicies.Admin : ConsolePolicies.Member;
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, email), new Claim(ClaimTypes.Email, email), new Claim(ClaimTypes.Role, role)], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
    }

    /// <summary>The reader with the e-mail of the header.</summary>
    internal sealed class CurrentReader(IHttpContextAccessor accessor) : ICurrentReader
    {
        public Task<Reader> GetAsync(CancellationToken cancellationToken)
        {
            var email = accessor.HttpContext!.User.Identity!.Name!;
            return Task.FromResult(new Reader(email, [$"user:{email}"]));
        }
    }
}
