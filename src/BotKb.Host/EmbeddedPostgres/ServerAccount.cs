namespace BotKb.Host.EmbeddedPostgres;

/// <summary>
/// The account that the server runs as. PostgreSQL refuses root: there it is postgres or nobody, else whoever runs BotKb.
/// </summary>
internal sealed class ServerAccount
{
    private readonly string? ids;

    private ServerAccount(string? ids) => this.ids = ids;

    /// <summary>The owner of the data where there are some.</summary>
    public static async Task<ServerAccount> FindAsync(PostgresFolder folder, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new ServerAccount(null);
        }

        if (Directory.Exists(folder.Data))
        {
            var (_, owner) = await ServerProgram.RunAsync(["stat", "-c", "%u:%g", folder.Data], "", "", cancellationToken);
            return new ServerAccount(owner.Trim());
        }

        var accounts = (await File.ReadAllLinesAsync("/etc/passwd", cancellationToken)).Select(line => line.Split(':')).ToList();
        var account = accounts.Find(fields => fields[0] == "postgres") ?? accounts.Find(fields => fields[0] == "nobody")
            ?? throw new BotKbException(
                FailureKind.TellAdmin,
                "PostgreSQL cannot run as root and there is no account 'postgres' or 'nobody'; add one, or run BotKb as another user.");
        return new ServerAccount($"{account[2]}:{account[3]}");
    }

    /// <summary>The command line that runs the command as this account.</summary>
    public IReadOnlyList<string> Command(params IReadOnlyList<string> command) =>
        ids?.Split(':') is [var user, var group]
            ? ["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups", .. command]
            : command;

    /// <summary>Makes a folder that only this account may enter, or hands an existing one over to it.</summary>
    public async Task CreateFolderAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (ids is not null)
        {
            await ServerProgram.RunAsync(["chown", ids, path], "", "", cancellationToken);
        }
    }

    /// <summary>Fails where a folder above is closed to this account, which PostgreSQL itself would say much less clearly.</summary>
    public async Task RequireWayToAsync(string path, CancellationToken cancellationToken)
    {
        var (exitCode, _) = await ServerProgram.RunAsync(Command("test", "-x", path), "", "", cancellationToken);
        if (exitCode != 0)
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                $"PostgreSQL may not enter {path} as user {ids}; "
                + "open the folders above it with chmod o+x, or set State:Folder to another folder.");
        }
    }
}
