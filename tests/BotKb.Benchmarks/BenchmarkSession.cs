using BotKb.Host.Commands;

namespace BotKb.Benchmarks;

/// <summary>The product on an embedded PostgreSQL of its own, removed at the end.</summary>
internal sealed class BenchmarkSession : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly bool _keep;

    private BenchmarkSession(DirectoryInfo folder, bool keep, CommandSession session)
    {
        _folder = folder;
        _keep = keep;
        Session = session;
    }

    public CommandSession Session { get; }

    public string Folder => _folder.FullName;

    public static Task<BenchmarkSession> OpenAsync(CancellationToken cancellationToken) => OpenAsync(null, cancellationToken);

    /// <summary>The same in a folder that is kept with its database; null takes one that is not.</summary>
    public static async Task<BenchmarkSession> OpenAsync(string? keptFolder, CancellationToken cancellationToken)
    {
        var folder = keptFolder is null ? Directory.CreateTempSubdirectory("botkb-benchmark-") : Directory.CreateDirectory(keptFolder);
        File.SetUnixFileMode(
            folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        Environment.SetEnvironmentVariable("State__Folder", Path.Combine(folder.FullName, "state"));
        return new BenchmarkSession(folder, keptFolder is not null, await CommandSession.OpenAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        if (!_keep)
        {
            _folder.Delete(recursive: true);
        }
    }
}
