namespace BotKb.Host.EmbeddedPostgres;

/// <summary>A lock that the kernel gives back when its process ends, however it ends (flock, which .NET takes for FileShare).</summary>
internal sealed class FileLock : IDisposable
{
    private const int WouldBlock = 11;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly FileStream stream;

    private FileLock(FileStream stream) => this.stream = stream;

    /// <summary>Held together with other shared holders; null while somebody holds it alone.</summary>
    public static FileLock? TryShared(string path) => TryOpen(path, FileAccess.Read, FileShare.Read);

    /// <summary>Held alone; null while somebody else holds it.</summary>
    public static FileLock? TryExclusive(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Waits to hold it alone.</summary>
    /// <returns>Null where that took too long.</returns>
    public static async Task<FileLock?> ExclusiveAsync(
        string path, TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (time.GetElapsedTime(start) < longest)
        {
            if (TryExclusive(path) is { } held)
            {
                return held;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }

        return null;
    }

    public void Dispose() => stream.Dispose();

    private static FileLock? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            // Closed to other accounts, which could else hold it.
            return new FileLock(new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = access,
                Share = share,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }));
        }
        catch (IOException e) when (e.HResult == WouldBlock)
        {
            return null;
        }
    }
}
