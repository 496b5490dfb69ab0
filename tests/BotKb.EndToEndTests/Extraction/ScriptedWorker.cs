using System.Globalization;
using BotKb.Sources.Extraction.Worker;

namespace BotKb.EndToEndTests.Extraction;

/// <summary>A worker that is a shell script: it does what no real worker should, or looks around before it becomes a real one.</summary>
internal sealed class ScriptedWorker : IDisposable
{
    /// <summary>Takes the settings and says that it is ready, in the worker's protocol.</summary>
    public const string Ready = @"head -c 5 > /dev/null; printf '\002\000\000\000\000'";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    /// <param name="script">
    /// Lines for /bin/sh; <c>become_real</c> goes on as the real worker, <c>$notes</c> is a folder to leave files in.
    /// </param>
    public ScriptedWorker(string script)
    {
        var real = WorkerCommand.OfHost();
        // The worker may run as the user nobody.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, (UnixFileMode)0x1FF);
        }

        var path = Program("worker.sh", $$"""
            notes='{{folder.FullName}}'
            echo $$ >> "$notes/starts"
            become_real() { exec '{{real.Program}}' '{{string.Join("' '", real.Arguments)}}'; }
            {{script}}
            """);

        Command = new WorkerCommand("/bin/sh", [path]);
    }

    public WorkerCommand Command { get; }

    /// <summary>Where the script leaves its notes.</summary>
    public string Folder => folder.FullName;

    /// <summary>Writes another program beside the worker's, and gives its path.</summary>
    public string Program(string name, string script)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)0x1ED);
        }

        return path;
    }

    /// <summary>The process ids of all that were started, in that order.</summary>
    public IReadOnlyList<int> Starts => Note("starts")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => int.Parse(line, CultureInfo.InvariantCulture))
        .ToList();

    /// <summary>What the script has left under a name; nothing where it has not.</summary>
    public string Note(string name)
    {
        var path = Path.Combine(folder.FullName, name);
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }

    public void Dispose() => folder.Delete(recursive: true);
}
