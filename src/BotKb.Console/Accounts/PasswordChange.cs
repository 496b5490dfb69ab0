using BotKb.Access;
using Microsoft.AspNetCore.Http;

namespace BotKb.WebConsole.Accounts;

/// <summary>Changes one's own password. The other sessions of the person end, this one goes on.</summary>
internal sealed class PasswordChange(SignInLedger ledger, AccountCatalog accounts, AccountPasswords passwords, SignInLimits limits)
{
    public async Task<PasswordChangeOutcome> RunAsync(HttpContext context, string current, string wanted, string repeated)
    {
        var session = CookieSession.Of(context) ?? throw new SessionEndedException();
        if (Problem(current, wanted, repeated) is { } problem)
        {
            return problem;
        }

        if (!limits.Allow(context.Connection.RemoteIpAddress, session.Email))
        {
            return PasswordChangeOutcome.TooMany;
        }

        // Guesses count here as they do at the sign-in: a session that was left open gives nobody more of them.
        var candidate = await ledger.BeginAsync(session.Email, context.RequestAborted);
        if (!passwords.Matches(candidate?.PasswordHash, current))
        {
            return PasswordChangeOutcome.CurrentWrong;
        }

        await accounts.SetPasswordAsync(session.Id, passwords.Hash(wanted), context.RequestAborted);
        if (await ledger.SucceedAsync(session.Id, context.RequestAborted) is { } renewed)
        {
            await CookieSession.BeginAsync(context, renewed);
        }

        return PasswordChangeOutcome.Done;
    }

    private static PasswordChangeOutcome? Problem(string current, string wanted, string repeated) => wanted switch
    {
        { Length: < AccountPasswords.Shortest } => PasswordChangeOutcome.TooShort,
        { Length: > AccountPasswords.Longest } => PasswordChangeOutcome.TooLong,
        _ when wanted != repeated => PasswordChangeOutcome.Different,
        _ when wanted == current => PasswordChangeOutcome.SameAsOld,
        _ => null,
    };
}
