using System.Diagnostics;
using BotKb.Host.EmbeddedPostgres;

namespace BotKb.PostgresTests.Fixture;

/// <summary>A private embedded server whose role may create databases. A test that kills or restarts a server makes its own.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly TemporaryState state;
    private PostgresLease lease;

    private TestServer(TemporaryState state, PostgresLease lease) => (this.state, this.lease) = (state, lease);

    public string ConnectionString => lease.ConnectionString;

    public static async Task<TestServer> StartAsync(CancellationToken cancellationToken)
    {
        var temporary = new TemporaryState();
        try
        {
            await (await temporary.StartAsync(cancellationToken)).DisposeAsync();
            await AllowDatabasesAsync(temporary, cancellationToken);
            return new TestServer(temporary, await temporary.StartAsync(cancellationToken));
        }
        catch
        {
            temporary.Dispose();
            throw;
        }
    }

    /// <summary>Ends the server as a crash would; returns when its process is gone.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        using var server = Process.GetProcessById(lease.ProcessId);
        server.Kill();
        await server.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Starts it again after <see cref="KillAsync"/>, as the next command would, under the same connection string.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        var before = lease;
        lease = await state.StartAsync(cancellationToken);
        await before.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await lease.DisposeAsync();
        state.Dispose();
    }

    /// <summary>
    /// Nobody connects as superuser, so this is done while the server is down. Without fsync dropping a database is fast.
    /// </summary>
    private static async Task AllowDatabasesAsync(TemporaryState temporary, CancellationToken cancellationToken)
    {
        var installation = await InstallationSearch.FindAsync(temporary.State, dataMajor: null, cancellationToken);
        var account = await ServerAccount.FindAsync(temporary.Folder, cancellationToken);
        var (exitCode, output) = await ServerProgram.RunAsync(
            account.Command(installation.Postgres, "--single", "-D", temporary.Folder.Data, "-c", "exit_on_error=on", "postgres"),
            installation.LibraryFolder,
            "ALTER ROLE botkb CREATEDB\nALTER SYSTEM SET fsync = off\n",
            cancellationToken);
        exitCode.ShouldBe(0, output);
    }
}
