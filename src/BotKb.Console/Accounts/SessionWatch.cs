using System.Security.Claims;
using BotKb.Access;
using BotKb.Data;
using Microsoft.AspNetCore.Http;

namespace BotKb.WebConsole.Accounts;

/// <summary>
/// Ends a request that outlasts its session, such as a stream of events or a long upload. A live page looks itself, see
/// <see cref="SessionRevalidation"/>.
/// </summary>
internal sealed class SessionWatch(RequestDelegate next, AccountCatalog accounts, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task InvokeAsync(HttpContext context)
    {
        if (CookieSession.Of(context) is null || ConsolePaths.IsCircuit(context.Request.Path))
        {
            await next(context);
            return;
        }

        var closed = context.RequestAborted;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(closed);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(closed);
        using var clock = new PeriodicTimer(Pause, time);
        context.RequestAborted = over.Token;
        var watch = WatchAsync(context.User, clock, over, done.Token);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !closed.IsCancellationRequested)
        {
            ThrowUnlessStarted(context);
        }
        finally
        {
            context.RequestAborted = closed;
            clock.Dispose();
            await done.CancelAsync();
            await watch;
        }
    }

    private static void ThrowUnlessStarted(HttpContext context)
    {
        if (!context.Response.HasStarted)
        {
            throw new SessionEndedException();
        }
    }

    private async Task WatchAsync(ClaimsPrincipal user, PeriodicTimer clock, CancellationTokenSource over, CancellationToken done)
    {
        while (await clock.WaitForNextTickAsync(CancellationToken.None))
        {
            if (await HasEndedAsync(user, done))
            {
                await over.CancelAsync();
                return;
            }
        }
    }

    private async Task<bool> HasEndedAsync(ClaimsPrincipal user, CancellationToken done)
    {
        try
        {
            return await CurrentAccount.SessionAsync(user, accounts, done) is null;
        }
        catch (Exception exception) when (done.IsCancellationRequested
            || PostgresFailure.Describe(exception.InnerException ?? exception) is not null)
        {
            // The request is done, or the next look tells.
            return false;
        }
    }
}
