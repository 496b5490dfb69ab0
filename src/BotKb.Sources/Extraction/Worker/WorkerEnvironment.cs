using System.Globalization;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>The environment of a worker: this list and nothing of the host's own but where programs lie.</summary>
internal static class WorkerEnvironment
{
    /// <summary>Where programs are looked for.</summary>
    public static string SearchPath => Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin";

    /// <summary>Makes the variables.</summary>
    /// <param name="folder">The worker's own folder.</param>
    /// <param name="memoryBytes">The memory that reading one file may take.</param>
    public static Dictionary<string, string> Create(string folder, long memoryBytes)
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = SearchPath,
            ["HOME"] = folder,
            ["TMPDIR"] = folder,
            ["LANG"] = "C.UTF-8",

            // The heap ends below the limit of the whole process, so that most files that take too much end in an exception.
            ["DOTNET_GCHeapHardLimit"] = (memoryBytes / 4 * 3).ToString("X", CultureInfo.InvariantCulture),
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
            ["DOTNET_TieredPGO"] = "0",

            // No debugger's pipe in the folder for temporary files, no memory image after a crash.
            ["DOTNET_EnableDiagnostics"] = "0",
        };
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
        {
            variables["DOTNET_ROOT"] = root;
        }

        return variables;
    }
}
