using System.Globalization;
using System.Runtime.InteropServices;

namespace BotKb.Host.EmbeddedPostgres;

/// <summary>The running server of one data folder, whoever started it.</summary>
internal sealed partial class Postmaster
{
    private const int SigInt = 2;
    private const int SigQuit = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private readonly PostgresFolder folder;

    private Postmaster(int processId, PostgresFolder folder) => (ProcessId, this.folder) = (processId, folder);

    public int ProcessId { get; }

    /// <summary>The command line of the server of a folder, by which it is told from any other process.</summary>
    public static IReadOnlyList<string> Command(PostgresFolder folder, PostgresInstallation installation) =>
        [installation.Postgres, "-D", folder.Data, "-c", ConfigurationArgument(folder)];

    /// <summary>Null where none runs.</summary>
    public static Postmaster? Find(PostgresFolder folder) =>
        ReadProcessId(folder) is { } processId && IsServer(processId, folder) ? new Postmaster(processId, folder) : null;

    /// <summary>
    /// Removes the file of a dead server whose number a process of another kind has by now: PostgreSQL would take that
    /// one for a living server and refuse to start. Where it could be a server of any kind, PostgreSQL decides.
    /// </summary>
    public static void RemoveFileOfDeadServer(PostgresFolder folder)
    {
        if (ReadProcessId(folder) is { } processId && ReadOrNull($"/proc/{processId}/comm") is { } name && name.TrimEnd() != "postgres")
        {
            File.Delete(PidFile(folder));
        }
    }

    /// <summary>Stops the server: connections are cut, everything committed is on disk. Returns when the process is gone.</summary>
    /// <returns>False where it had to be stopped without a last checkpoint, so that the next start recovers.</returns>
    public async Task<bool> StopAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        _ = Kill(ProcessId, SigInt);
        if (await IsGoneAsync(longest, time, cancellationToken))
        {
            return true;
        }

        _ = Kill(ProcessId, SigQuit);
        await IsGoneAsync(longest, time, cancellationToken);
        return false;
    }

    private async Task<bool> IsGoneAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (IsServer(ProcessId, folder))
        {
            if (time.GetElapsedTime(start) > longest)
            {
                return false;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }

        return true;
    }

    /// <summary>Everybody may read a command line; that of a process that ended but was not waited for is empty.</summary>
    private static bool IsServer(int processId, PostgresFolder folder) =>
        ReadOrNull($"/proc/{processId}/cmdline")?.Split('\0').Contains(ConfigurationArgument(folder)) == true;

    private static string ConfigurationArgument(PostgresFolder folder) => $"config_file={folder.Configuration}";

    private static int? ReadProcessId(PostgresFolder folder) =>
        int.TryParse(ReadOrNull(PidFile(folder))?.Split('\n')[0], CultureInfo.InvariantCulture, out var processId) ? processId : null;

    private static string PidFile(PostgresFolder folder) => Path.Combine(folder.Data, "postmaster.pid");

    private static string? ReadOrNull(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
