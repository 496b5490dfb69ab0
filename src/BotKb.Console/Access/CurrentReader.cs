using BotKb.Access;
using BotKb.WebConsole.Accounts;
using Microsoft.AspNetCore.Http;

namespace BotKb.WebConsole.Access;

/// <summary>The reader of a request, or of a live page, as the account's row says now.</summary>
internal sealed class CurrentReader(CurrentAccount account, IHttpContextAccessor requests, ReaderLookup readers) : ICurrentReader
{
    /// <inheritdoc/>
    /// <exception cref="SessionEndedException">Nobody is signed in any more.</exception>
    public async Task<Reader> GetAsync(CancellationToken cancellationToken)
    {
        // The request of a live page is the one that opened it, however long ago; that of a route was checked just now.
        if (requests.HttpContext is { } request && !ConsolePaths.IsCircuit(request.Request.Path))
        {
            return readers.Find((CookieSession.Of(request) ?? throw new SessionEndedException()).Email);
        }

        return readers.Find((await account.RequireAsync(null, cancellationToken)).Email);
    }
}
