using System.Security.Claims;
using BotKb.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace BotKb.WebConsole.Accounts;

/// <summary>
/// Who uses this page. Asked before every action of a live page: what an admin has changed meanwhile counts at once, however long the
/// page has been open. One for each page; not safe for concurrent use.
/// </summary>
public sealed class CurrentAccount(AuthenticationStateProvider authentication, AccountCatalog accounts)
{
    /// <summary>The account as the database says now.</summary>
    /// <param name="role">The role that the action needs; null where any account may.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SessionEndedException">The session is over; the page goes to the sign-in.</exception>
    /// <exception cref="RoleMissingException">The account lacks the role.</exception>
    public async Task<SignedIn> RequireAsync(string? role, CancellationToken cancellationToken)
    {
        var principal = (await authentication.GetAuthenticationStateAsync()).User;
        var session = await SessionAsync(principal, accounts, cancellationToken);
        if (session is null or { MustChangePassword: true })
        {
            throw new SessionEndedException();
        }

        return role is null || role == session.Role || session.Role == AccountRole.Admin
            ? new SignedIn(session.Id, session.Email, session.Name, session.Role)
            : throw new RoleMissingException();
    }

    /// <summary>The session of a principal; null where it has ended.</summary>
    internal static async Task<AccountSession?> SessionAsync(
        ClaimsPrincipal principal, AccountCatalog accounts, CancellationToken cancellationToken) =>
        SessionClaims.IdOf(principal) is { } id
        && await accounts.FindSessionAsync(id, cancellationToken) is { } session
        && session.SecurityStamp == SessionClaims.StampOf(principal)
            ? session
            : null;
}
