using BotKb.Access;
using Microsoft.AspNetCore.Http;

namespace BotKb.WebConsole.Accounts;

/// <summary>Signs in with e-mail and password. Takes as long for an e-mail that nobody has as for a wrong password.</summary>
internal sealed class PasswordSignIn(SignInLedger ledger, AccountPasswords passwords, SignInLimits limits)
{
    private const int LongestEmail = 320;

    /// <summary>Tries it; the session begins where it is right.</summary>
    public async Task<SignInOutcome> RunAsync(HttpContext context, string email, string password)
    {
        // What only the database would make an address of is none: it would be counted under another name.
        if (email.Length > LongestEmail || !EmailAddress.IsValid(email.Trim()))
        {
            return SignInOutcome.Wrong;
        }

        if (!limits.Allow(context.Connection.RemoteIpAddress, email))
        {
            return SignInOutcome.TooMany;
        }

        var candidate = await ledger.BeginAsync(email, context.RequestAborted);
        if (!passwords.Matches(candidate?.PasswordHash, password) || candidate is null)
        {
            return SignInOutcome.Wrong;
        }

        if (candidate.PasswordExpired)
        {
            return SignInOutcome.Expired;
        }

        if (await ledger.SucceedAsync(candidate.Id, context.RequestAborted) is not { } session)
        {
            return SignInOutcome.Wrong;
        }

        await CookieSession.BeginAsync(context, session);
        return SignInOutcome.Done;
    }
}
