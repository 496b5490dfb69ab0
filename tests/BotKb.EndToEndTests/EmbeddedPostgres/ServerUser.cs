using System.Diagnostics;
using BotKb.Host;
using BotKb.Host.EmbeddedPostgres;
using BotKb.PostgresTests.Fixture;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotKb.EndToEndTests.EmbeddedPostgres;

/// <summary>A process of its own that uses the embedded server until its standard input ends or it is killed.</summary>
internal sealed class ServerUser : IDisposable
{
    public const string Command = "use-embedded-postgres";
    private readonly Process process;

    private ServerUser(Process process) => this.process = process;

    /// <summary>What the process does: it prints the server's process id when it may use the database.</summary>
    public static async Task<int> RunAsync(string stateFolder)
    {
        var state = StateFolder.Open(new StateOptions { Folder = stateFolder });
        await using var lease = await new PostgresServer(state, TimeProvider.System, NullLogger<PostgresServer>.Instance)
            .StartAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync($"{lease.ProcessId}");
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public static ServerUser Start(TemporaryState state)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServerUser).Assembly.Location, Command, state.State.Path])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new ServerUser(Process.Start(start)!);
    }

    /// <summary>Waits until it may use the database.</summary>
    /// <returns>The server's process id.</returns>
    public async Task<int> ReadServerAsync(CancellationToken cancellationToken) =>
        int.Parse((await process.StandardOutput.ReadLineAsync(cancellationToken)).ShouldNotBeNull());

    /// <summary>Lets it end as a command ends.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        process.ExitCode.ShouldBe(0);
    }

    /// <summary>Ends it without a last word.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
