using System.CommandLine;

namespace BotKb.Host.Commands;

/// <summary>The command line as a table of contents.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("BotKb answers questions from your own documents, with citations.")
        {
            QuickstartCommand.Create(),
            ServeCommand.Create(),
            MigrateCommand.Create(),
            DoctorCommand.Create(),
            KbCommands.Create(),
            SourceCommands.Create(),
            AskCommand.Create(),
            EvalCommands.Create(),
        };
        var line = root.Parse(args);
        if (line.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(VisibleText.Line(
                $"{string.Join(' ', line.Errors.Select(error => error.Message))} 'botkb --help' shows the commands."));
            return ExitCode.BadUsage;
        }

        return await line.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
