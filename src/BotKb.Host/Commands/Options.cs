using System.CommandLine;

namespace BotKb.Host.Commands;

/// <summary>The options that several commands share.</summary>
internal static class Options
{
    public static Option<bool> Json() => new("--json") { Description = "One JSON document on standard output, and nothing else." };

    public static Option<string> Kb() => new("--kb") { Description = "The name of the knowledge base.", Required = true };
}
