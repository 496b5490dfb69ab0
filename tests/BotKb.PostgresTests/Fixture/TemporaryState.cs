using BotKb.Host;
using BotKb.Host.EmbeddedPostgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotKb.PostgresTests.Fixture;

/// <summary>A state folder of its own for one embedded server; removed at the end.</summary>
internal sealed class TemporaryState : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("botkb-").FullName;

    public TemporaryState()
    {
        // Directory.CreateTempSubdirectory closes its folder to everybody, also to the account that PostgreSQL runs as.
        File.SetUnixFileMode(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        State = StateFolder.Open(new StateOptions { Folder = Path.Combine(root, "state") });
    }

    public StateFolder State { get; }

    public PostgresFolder Folder => PostgresFolder.Open(State);

    /// <summary>Starts or joins the server, as one command more.</summary>
    public Task<PostgresLease> StartAsync(CancellationToken cancellationToken) =>
        new PostgresServer(State, TimeProvider.System, NullLogger<PostgresServer>.Instance).StartAsync(cancellationToken);

    /// <summary>Closes the folder above the state folder to other accounts.</summary>
    public void CloseDoor() => File.SetUnixFileMode(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    public void Dispose() => Directory.Delete(root, recursive: true);
}
