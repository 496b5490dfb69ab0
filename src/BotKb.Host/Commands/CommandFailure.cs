using BotKb.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BotKb.Host.Commands;

/// <summary>Runs a command and turns what goes wrong into one sentence on standard error and an exit code.</summary>
internal static class CommandFailure
{
    public static async Task<int> GuardAsync(Func<CancellationToken, Task<int>> command, CancellationToken cancellationToken)
    {
        try
        {
            return await command(cancellationToken);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && ComesOfStopping(exception))
        {
            return ExitCode.Stopped;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(VisibleText.Lines(Describe(exception)));
            return ExitCode.Failed;
        }
    }

    // A statement that does not end in time when it is stopped costs its connection.
    private static bool ComesOfStopping(Exception exception) =>
        exception is OperationCanceledException or BotKbException { Kind: FailureKind.Retry }
        || PostgresFailure.Describe(exception) is { Kind: FailureKind.Retry }
        || (exception.InnerException is { } cause && ComesOfStopping(cause));

    private static string Describe(Exception exception) => exception switch
    {
        BotKbException known => known.Message,
        OptionsValidationException wrong => string.Join(' ', wrong.Failures),
        InvalidOperationException { InnerException: FormatException or ArgumentException } wrong
            when wrong.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) =>
            $"A setting has the wrong form: {wrong.Message.TrimEnd('.')}. Correct it and run the command again.",
        DbUpdateException { InnerException: { } cause } => Describe(cause),
        InvalidOperationException { InnerException: { } cause } when PostgresFailure.Describe(cause) is not null => Describe(cause),
        _ => PostgresFailure.Describe(exception)?.Message ?? Unexpected(exception),
    };

    private static string Unexpected(Exception exception) => exception is UnauthorizedAccessException or IOException
        ? $"{exception.Message.TrimEnd('.')}. Check the path, its rights and the free space, and run the command again."
        : $"Something unexpected happened ({exception.GetType().Name}: {exception.Message}). "
            + "Please report it with what you did; run the command again.";
}
