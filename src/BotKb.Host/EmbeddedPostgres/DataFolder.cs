using System.Globalization;

namespace BotKb.Host.EmbeddedPostgres;

/// <summary>Makes the data folder, with BotKb's role and database in it, and brings the extension to the server's version.</summary>
internal sealed class DataFolder(PostgresFolder folder)
{
    private const string SuperUser = "postgres";

    /// <summary>The major version of the server that wrote the data; null where there are none yet.</summary>
    public int? Major
    {
        get
        {
            if (!Directory.Exists(folder.Data))
            {
                return null;
            }

            var file = Path.Combine(folder.Data, "PG_VERSION");
            return File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var major)
                ? major
                : throw new BotKbException(
                    FailureKind.TellAdmin, $"The folder {folder.Data} holds no PostgreSQL data; move it away and try again.");
        }
    }

    /// <summary>Leaves the server stopped, with everything in place to start it. Killed half-way, it begins again.</summary>
    public async Task PrepareAsync(PostgresInstallation installation, ServerAccount account, CancellationToken cancellationToken)
    {
        await account.CreateFolderAsync(folder.Socket, cancellationToken);
        await account.CreateFolderAsync(folder.Logs, cancellationToken);
        if (!Directory.Exists(folder.Data))
        {
            await account.RequireWayToAsync(folder.Root, cancellationToken);
            await account.RequireWayToAsync(installation.Postgres, cancellationToken);
            await CreateAsync(installation, account, cancellationToken);
        }
        else if (!File.Exists(folder.ExtensionVersion) ||
            await File.ReadAllTextAsync(folder.ExtensionVersion, cancellationToken) != installation.VectorVersion.ToString())
        {
            await UpdateExtensionAsync(installation, account, [folder.Data], cancellationToken);
        }
    }

    private async Task CreateAsync(PostgresInstallation installation, ServerAccount account, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder.NewData))
        {
            Directory.Delete(folder.NewData, recursive: true);
        }

        await account.CreateFolderAsync(folder.NewData, cancellationToken);

        // One sync at the end in place of one after each step: several times as fast on a slow disk.
        IReadOnlyList<string> initDb = [installation.InitDb, "-D", folder.NewData];
        await RunAsync(
            installation,
            account.Command([
                .. initDb, "--no-sync", "-U", SuperUser, "-E", "UTF8", "--locale=C.UTF-8",
                "--auth-local=peer", "--auth-host=scram-sha-256",
            ]),
            "",
            cancellationToken);
        await ExecuteAsync(installation, account, [folder.NewData, "-c", "fsync=off", SuperUser], cancellationToken,
            $"CREATE ROLE {ServerSettings.Role} LOGIN", $"CREATE DATABASE {ServerSettings.Role} OWNER {ServerSettings.Role}");
        await UpdateExtensionAsync(installation, account, [folder.NewData, "-c", "fsync=off"], cancellationToken);
        await RunAsync(installation, account.Command([.. initDb, "--sync-only"]), "", cancellationToken);
        Directory.Move(folder.NewData, folder.Data);
    }

    /// <summary>The extension is not a trusted one: only the superuser makes it, and nobody connects as superuser.</summary>
    private async Task UpdateExtensionAsync(
        PostgresInstallation installation, ServerAccount account, IReadOnlyList<string> dataAndSettings,
        CancellationToken cancellationToken)
    {
        await ExecuteAsync(installation, account, [.. dataAndSettings, ServerSettings.Role], cancellationToken,
            "CREATE EXTENSION IF NOT EXISTS vector", "ALTER EXTENSION vector UPDATE");
        await File.WriteAllTextAsync(folder.ExtensionVersion, installation.VectorVersion.ToString(), cancellationToken);
    }

    /// <summary>Runs statements as superuser in a server without a socket, which reads one a line.</summary>
    private Task ExecuteAsync(
        PostgresInstallation installation, ServerAccount account, IReadOnlyList<string> arguments,
        CancellationToken cancellationToken, params string[] statements) =>
        RunAsync(
            installation,
            account.Command([installation.Postgres, "--single", "-c", "exit_on_error=on", "-c", "log_checkpoints=off", "-D", .. arguments]),
            string.Join('\n', statements) + '\n',
            cancellationToken);

    private async Task RunAsync(
        PostgresInstallation installation, IReadOnlyList<string> command, string input, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await ServerProgram.RunAsync(command, installation.LibraryFolder, input, cancellationToken);
        if (exitCode != 0)
        {
            var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            throw ServerLog.Failure(folder, "The embedded database could not be prepared", string.Join('\n', lines.TakeLast(6)));
        }
    }
}
