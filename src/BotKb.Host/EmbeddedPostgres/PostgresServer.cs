using System.Diagnostics;

namespace BotKb.Host.EmbeddedPostgres;

/// <summary>
/// BotKb's own PostgreSQL, shared by all commands that use the same state folder. The first one starts it, the others
/// join, the last one stops it. The server outlives a command that is killed: the next one takes it over.
/// </summary>
/// <remarks>
/// Each user holds a shared lock on one file; whoever could hold it alone is the last. A second lock makes starting,
/// joining and stopping happen one at a time. The kernel gives both back when a process dies.
/// </remarks>
internal sealed class PostgresServer(StateFolder state, TimeProvider time, ILogger<PostgresServer> logger)
{
    /// <summary>How long another command may take to start or stop the server.</summary>
    internal static readonly TimeSpan LongestChange = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns when the database answers. The caller disposes the lease when it needs the database no longer.</summary>
    /// <exception cref="BotKbException">There is no server to start, or it does not start; the sentence says what to do.</exception>
    public async Task<PostgresLease> StartAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                "The embedded PostgreSQL runs on Linux only; set ConnectionStrings:BotKb to a PostgreSQL server that has pgvector.");
        }

        var folder = PostgresFolder.Open(state);
        try
        {
            using var change = await FileLock.ExclusiveAsync(folder.ChangeLock, LongestChange, time, cancellationToken)
                ?? throw new BotKbException(
                    FailureKind.Retry,
                    $"Another command has been starting or stopping the PostgreSQL in {folder.Root} for "
                    + $"{LongestChange.TotalMinutes} minutes; end it and try again.");
            var user = FileLock.TryShared(folder.UsersLock)
                ?? throw new BotKbException(FailureKind.Retry, $"Another program holds {folder.UsersLock}; end it and try again.");
            try
            {
                return new PostgresLease(folder, user, await EnsureRunningAsync(folder, cancellationToken), time, logger);
            }
            catch
            {
                user.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                $"The folder {folder.Root} cannot be used ({e.Message}); run BotKb as its owner, or set State:Folder to another folder.",
                e);
        }
    }

    private async Task<int> EnsureRunningAsync(PostgresFolder folder, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        Process? launched = null;
        DateTime launchedAt = default;
        try
        {
            while (time.GetElapsedTime(start) < LongestStart)
            {
                if (Postmaster.Find(folder) is { } postmaster)
                {
                    if (await ReadinessProbe.IsReadyAsync(folder, cancellationToken))
                    {
                        Report(folder, postmaster, launched, start);
                        return postmaster.ProcessId;
                    }
                }
                else if (launched is null
                    || (launched.HasExited && ServerLog.Tail(folder, launchedAt).Contains(ServerLog.StillInUse, StringComparison.Ordinal)))
                {
                    // The processes of a killed server need a moment to notice; until then PostgreSQL refuses to start.
                    launched?.Dispose();
                    launchedAt = time.GetUtcNow().UtcDateTime;
                    launched = await LaunchAsync(folder, cancellationToken);
                }
                else if (launched.HasExited)
                {
                    throw ServerLog.Failure(folder, "PostgreSQL did not start", ServerLog.Tail(folder, launchedAt));
                }

                await Task.Delay(Pause, time, cancellationToken);
            }

            throw ServerLog.Failure(
                folder, $"PostgreSQL did not answer within {LongestStart.TotalMinutes} minutes", ServerLog.Tail(folder, launchedAt));
        }
        catch when (launched is not null && Postmaster.Find(folder) is { } postmaster)
        {
            await postmaster.StopAsync(PostgresLease.LongestStop, time, CancellationToken.None);
            throw;
        }
        finally
        {
            launched?.Dispose();
        }
    }

    private async Task<Process> LaunchAsync(PostgresFolder folder, CancellationToken cancellationToken)
    {
        var data = new DataFolder(folder);
        var installation = await InstallationSearch.FindAsync(state, data.Major, cancellationToken);
        var account = await ServerAccount.FindAsync(folder, cancellationToken);
        Postmaster.RemoveFileOfDeadServer(folder);
        await data.PrepareAsync(installation, account, cancellationToken);
        await ServerSettings.WriteAsync(folder, installation, cancellationToken);
        ServerLog.Prune(folder);
        return ServerProgram.StartServer(
            account.Command(Postmaster.Command(folder, installation)), installation.LibraryFolder, folder.StartLog);
    }

    private void Report(PostgresFolder folder, Postmaster postmaster, Process? launched, long start)
    {
        if (launched is null)
        {
            logger.Joined(folder.Root, postmaster.ProcessId);
        }
        else
        {
            logger.Started(folder.Root, postmaster.ProcessId, (long)time.GetElapsedTime(start).TotalMilliseconds);
        }
    }
}
