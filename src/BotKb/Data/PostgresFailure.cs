using System.Net.Sockets;
using Npgsql;

namespace BotKb.Data;

/// <summary>The one place that decides what a failure of PostgreSQL means.</summary>
public static class PostgresFailure
{
    private const int MostTries = 3;

    // The class of the states in which a server goes down or comes up.
    private const string Shutdown = "57P";

    /// <summary>The failure as a sentence for the admin; null where it is not PostgreSQL's.</summary>
    public static BotKbException? Describe(Exception exception) => exception switch
    {
        PostgresException refused when Refusal(refused) is { } sentence => new BotKbException(FailureKind.TellAdmin, sentence, exception),
        NpgsqlException or SocketException or TimeoutException => new BotKbException(
            FailureKind.Retry,
            $"PostgreSQL did not answer ({exception.Message.TrimEnd('.')}). "
            + "What was committed is kept; run the command again once it is back.",
            exception),
        _ => null,
    };

    /// <summary>Runs work that may be repeated, again at once (on another connection) when the connection broke.</summary>
    public static async Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await work(cancellationToken);
            }
            catch (NpgsqlException exception) when (exception.IsTransient && tries < MostTries)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <inheritdoc cref="RetryAsync{T}"/>
    public static Task RetryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        RetryAsync(
            async token =>
            {
                await work(token);
                return true;
            },
            cancellationToken);

    private static string? Refusal(PostgresException refused) => refused.SqlState switch
    {
        PostgresErrorCodes.DiskFull => "The disk of the database is full; nothing was lost. Free some space and run the command again.",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "PostgreSQL refused the sign-in; check ConnectionStrings:BotKb.",
        PostgresErrorCodes.InvalidCatalogName => "The database that ConnectionStrings:BotKb names does not exist; create it first.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"The database role may not do this ({refused.MessageText}); BotKb's role must own its database.",
        _ when refused.IsTransient || refused.SqlState.StartsWith(Shutdown, StringComparison.Ordinal) => null,
        _ => $"PostgreSQL refused a statement ({refused.SqlState}: {refused.MessageText}); nothing of it was kept. "
            + "Run 'botkb doctor', and report it if that finds nothing.",
    };
}
