
namespace BotKb.Host.EmbeddedPostgres;

/// <summary>One command's use of the embedded server. Disposing the last one stops the server; safe to dispose twice.</summary>
internal sealed class PostgresLease : IAsyncDisposable
{
    /// <summary>How long the server may take to write its last checkpoint.</summary>
    internal static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(1);

    private readonly PostgresFolder folder;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private FileLock? user;

    internal PostgresLease(PostgresFolder folder, FileLock user, int processId, TimeProvider time, ILogger logger)
    {
        (this.folder, this.user, this.time, this.logger, ProcessId) = (folder, user, time, logger, processId);
        ConnectionString = ReadinessProbe.ConnectionString(folder);
    }

    /// <summary>For Npgsql; holds no secret, because the server knows BotKb by its account.</summary>
    public string ConnectionString { get; }

    /// <summary>The server's process when the lease began.</summary>
    public int ProcessId { get; }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref user, null) is not { } held)
        {
            return;
        }

        using var change = await FileLock.ExclusiveAsync(folder.ChangeLock, PostgresServer.LongestChange, time, CancellationToken.None);
        held.Dispose();
        if (change is null)
        {
            logger.LeftRunning(folder.Root);
            return;
        }

        using var last = FileLock.TryExclusive(folder.UsersLock);
        if (last is not null && Postmaster.Find(folder) is { } postmaster)
        {
            var clean = await postmaster.StopAsync(LongestStop, time, CancellationToken.None);
            logger.Stopped(folder.Root, postmaster.ProcessId, clean);
        }
    }
}
