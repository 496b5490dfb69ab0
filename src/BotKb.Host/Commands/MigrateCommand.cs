using System.CommandLine;

namespace BotKb.Host.Commands;

/// <summary><c>botkb migrate</c>: what every command does first, by itself.</summary>
internal static class MigrateCommand
{
    public static Command Create() =>
        new Command("migrate", "Brings the tables of the database up to date and ends.").Runs((_, session, _) =>
    {
        Console.WriteLine(session.Migrations.Count == 0
            ? "The database was up to date."
            : $"Applied {string.Join(", ", session.Migrations)}.");
        return Task.FromResult(ExitCode.Done);
    });
}
