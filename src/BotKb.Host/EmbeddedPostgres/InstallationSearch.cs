using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace BotKb.Host.EmbeddedPostgres;

/// <summary>Finds the server to use: an installed one that has pgvector, else the private copy that infra/postgres.sh makes.</summary>
internal static partial class InstallationSearch
{
    private const string SetUp = "run infra/postgres.sh, or set ConnectionStrings:BotKb to a PostgreSQL server that has pgvector";

    /// <summary>The first that can read the data, or the first at all where there are none yet.</summary>
    /// <param name="state">Its private copy is looked for here and in the usual state folder.</param>
    /// <param name="dataMajor">The major version that wrote the data; null where there are none.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="BotKbException">There is none; the sentence names the command that sets one up.</exception>
    public static async Task<PostgresInstallation> FindAsync(StateFolder state, int? dataMajor, CancellationToken cancellationToken)
    {
        var others = new SortedSet<int>();
        foreach (var bin in BinFolders(state).Distinct())
        {
            if (await ReadAsync(bin, cancellationToken) is not { } installation)
            {
                continue;
            }

            if (dataMajor is null || dataMajor == installation.Major)
            {
                return installation;
            }

            others.Add(installation.Major);
        }

        throw new BotKbException(FailureKind.TellAdmin, others.Count == 0
            ? $"No PostgreSQL{(dataMajor is null ? "" : $" {dataMajor}")} with pgvector was found; {SetUp}."
            : $"The data in {state.Path} were written by PostgreSQL {dataMajor}, but only {string.Join(", ", others)} was found; "
                + $"install PostgreSQL {dataMajor} with pgvector, or set State:Folder to a new folder and index again.");
    }

    private static IEnumerable<string> BinFolders(StateFolder state) =>
        Debian("/").Concat(OnPath()).Concat(PrivateCopies(state.Path)).Concat(PrivateCopies(StateFolder.DefaultPath));

    private static IEnumerable<string> Debian(string root)
    {
        var versions = Path.Combine(root, "usr/lib/postgresql");
        return Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions)
                .OrderByDescending(
                    folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var major) ? major : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
    }

    private static IEnumerable<string> OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => new FileInfo(Path.Combine(folder, "postgres")))
            .Where(program => program.Exists)
            .Select(program => program.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program.FullName)
            .Select(program => Path.GetDirectoryName(program)!);

    private static IEnumerable<string> PrivateCopies(string state)
    {
        var machine = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x86_64",
            Architecture.Arm64 => "aarch64",
            var other => other.ToString(),
        };
        var servers = Path.Combine(state, "postgres", "server");
        return Directory.Exists(servers)
            ? Directory.EnumerateDirectories(servers, $"*-{machine}").OrderDescending(StringComparer.Ordinal).SelectMany(Debian)
            : [];
    }

    /// <summary>Null where the folder has no server, none with pgvector, or one that does not start on this system.</summary>
    private static async Task<PostgresInstallation?> ReadAsync(string bin, CancellationToken cancellationToken)
    {
        var postgres = Path.Combine(bin, "postgres");
        if (!File.Exists(postgres) || !File.Exists(Path.Combine(bin, "initdb")) || ControlFile(bin) is not { } control)
        {
            return null;
        }

        var version = DefaultVersion().Match(await File.ReadAllTextAsync(control, cancellationToken));
        var (exitCode, output) = await ServerProgram.RunAsync([postgres, "-V"], Path.Combine(bin, "../lib"), "", cancellationToken);
        var major = Major().Match(output);
        return exitCode == 0 && major.Success && version.Success
            ? new PostgresInstallation(
                bin, int.Parse(major.Groups["major"].Value, CultureInfo.InvariantCulture), Version.Parse(version.Groups["version"].Value))
            : null;
    }

    /// <summary>Debian's layout first, then the ones of a plain build and of other distributions.</summary>
    private static string? ControlFile(string bin)
    {
        var debianVersion = Path.GetFileName(Path.GetDirectoryName(bin));
        string[] shares = [$"../../../../share/postgresql/{debianVersion}", "../share/postgresql", "../share/pgsql", "../share"];
        return shares.Select(share => Path.GetFullPath(Path.Combine(bin, share, "extension", "vector.control")))
            .FirstOrDefault(File.Exists);
    }

    [GeneratedRegex(
        @"default_version\s*=\s*'(?<version>\d+\.\d+(\.\d+)?)'", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DefaultVersion();

    [GeneratedRegex(@"PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Major();
}
