using System.Collections.Immutable;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>The program that reads files, as it is started.</summary>
/// <param name="Program">A path, or a name on the PATH.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record WorkerCommand(string Program, ImmutableArray<string> Arguments)
{
    private const string HostProgram = "BotKb.Host";

    /// <summary>
    /// The worker command of the host program: this process's own program where that is the host, else the one beside it.
    /// </summary>
    public static WorkerCommand OfHost()
    {
        var own = Environment.ProcessPath;
        if (own is not null && Path.GetFileNameWithoutExtension(own) == HostProgram)
        {
            return new WorkerCommand(own, [ExtractionWorker.CommandName]);
        }

        var dotnet = own is not null && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";
        return new WorkerCommand(dotnet, [Path.Combine(AppContext.BaseDirectory, HostProgram + ".dll"), ExtractionWorker.CommandName]);
    }
}
