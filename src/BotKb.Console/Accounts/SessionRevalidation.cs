using BotKb.Access;
using BotKb.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Logging;

namespace BotKb.WebConsole.Accounts;

/// <summary>Ends live pages that nobody touches when their session has ended.</summary>
internal sealed class SessionRevalidation(ILoggerFactory logging, AccountCatalog accounts) : RevalidatingServerAuthenticationStateProvider(logging)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            return await CurrentAccount.SessionAsync(authenticationState.User, accounts, cancellationToken) is { MustChangePassword: false };
        }
        catch (Exception exception) when (PostgresFailure.Describe(exception.InnerException ?? exception) is not null)
        {
            // Nothing can be done on the page either while the database is away.
            return true;
        }
    }
}
