using System.Globalization;
using System.Security.Claims;
using BotKb.Access;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace BotKb.WebConsole.Accounts;

/// <summary>What a session's cookie carries.</summary>
internal static class SessionClaims
{
    private const string Stamp = "stamp";

    public static ClaimsPrincipal ToPrincipal(AccountSession session) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, session.Id.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Email, session.Email),
            new Claim(ClaimTypes.Name, session.Name),
            new Claim(ClaimTypes.Role, session.Role),
            new Claim(Stamp, session.SecurityStamp),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    public static long? IdOf(ClaimsPrincipal? principal) =>
        long.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;

    public static string? StampOf(ClaimsPrincipal principal) => principal.FindFirstValue(Stamp);
}
