namespace BotKb.Host.EmbeddedPostgres;

/// <summary>The server's own log: kept small, and quoted where the server does not start.</summary>
internal static class ServerLog
{
    public const string StillInUse = "pre-existing shared memory block";
    private const int KeptFiles = 5;
    private const int QuotedLines = 6;

    /// <summary>Removes all but the newest files, which the server itself starts anew at 10 MB.</summary>
    public static void Prune(PostgresFolder folder)
    {
        foreach (var file in Files(folder).Skip(KeptFiles))
        {
            File.Delete(file);
        }
    }

    /// <summary>The last lines that the server wrote since its last start.</summary>
    public static string Tail(PostgresFolder folder, DateTime since)
    {
        var lines = Files(folder).Where(file => File.GetLastWriteTimeUtc(file) >= since).Take(1).Prepend(folder.StartLog)
            .Where(File.Exists)
            .SelectMany(ReadShared)
            .Where(line => line.Length > 0 && !line.Contains("log output", StringComparison.Ordinal));
        return string.Join('\n', lines.TakeLast(QuotedLines));
    }

    /// <summary>One sentence for a program of PostgreSQL that failed.</summary>
    public static BotKbException Failure(PostgresFolder folder, string what, string tail) =>
        new(FailureKind.TellAdmin, tail.Contains("No space left on device", StringComparison.Ordinal)
            ? $"The disk that holds {folder.Root} is full; free some space and try again."
            : $"{what}; look at {folder.Root}. It said: {(tail.Length == 0 ? "nothing" : tail)}");

    private static IEnumerable<string> Files(PostgresFolder folder) =>
        Directory.Exists(folder.Logs)
            ? Directory.EnumerateFiles(folder.Logs, "postgres-*.log").OrderDescending(StringComparer.Ordinal)
            : [];

    private static List<string> ReadShared(string file)
    {
        const int longest = 16 * 1024;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Seek(Math.Max(0, stream.Length - longest), SeekOrigin.Begin);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n')];
    }
}
