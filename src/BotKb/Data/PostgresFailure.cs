using System.Net.Sockets;
using Npgsql;

namespace BotKb.Data;

/// <summary>The one place that decides what a failure of PostgreSQL means.</summary>
public static class PostgresFailure
{
    private const int MostTries = 3;

    /// <summary>The failure as a sentence for the admin; null where it is not PostgreSQL's.</summary>
    public static BotKbException? Describe(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new BotKbException(
            FailureKind.TellAdmin, "The disk of the database is full; nothing was lost. Free some space and run the command again.", exception),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            new BotKbException(FailureKind.TellAdmin, "PostgreSQL refused the sign-in; check ConnectionStrings:BotKb.", exception),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => new BotKbException(
            FailureKind.TellAdmin, "The database that ConnectionStrings:BotKb names does not exist; create it first.", exception),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } refused => new BotKbException(
            FailureKind.TellAdmin, $"The database role may not do this ({refused.MessageText}); BotKb's role must own its database.", exception),
        NpgsqlException or SocketException or TimeoutException => new BotKbException(
            FailureKind.Retry,
            $"PostgreSQL did not answer ({exception.Message.TrimEnd('.')}). What was committed is kept; run the command again once it is back.",
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
}
