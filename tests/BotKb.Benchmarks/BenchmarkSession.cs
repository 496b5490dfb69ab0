using BotKb.Host.Commands;

namespace BotKb.Benchmarks;

/// <summary>The product on an embedded PostgreSQL of its own, removed at the end.</summary>
internal sealed class BenchmarkSession : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private BenchmarkSession(DirectoryInfo folder, CommandSession session)
    {
        _folder = folder;
        Session = session;
    }

    public CommandSession Session { get; }

    public string Folder => _folder.FullName;

    public static async Task<BenchmarkSession> OpenAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("botkb-benchmark-");
        File.SetUnixFileMode(
            folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        Environment.SetEnvironmentVariable("State__Folder", Path.Combine(folder.FullName, "state"));
        return new BenchmarkSession(folder, await CommandSession.OpenAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
