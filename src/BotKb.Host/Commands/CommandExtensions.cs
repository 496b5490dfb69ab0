using System.CommandLine;

namespace BotKb.Host.Commands;

/// <summary>How every command is run.</summary>
internal static class CommandExtensions
{
    /// <summary>Runs <paramref name="work"/> with an open database.</summary>
    public static Command Runs(this Command command, Func<ParseResult, CommandSession, CancellationToken, Task<int>> work)
    {
        command.SetAction((line, cancellationToken) => CommandFailure.GuardAsync(
            async token =>
            {
                await using var session = await CommandSession.OpenAsync(token);
                return await work(line, session, token);
            },
            cancellationToken));
        return command;
    }
}
