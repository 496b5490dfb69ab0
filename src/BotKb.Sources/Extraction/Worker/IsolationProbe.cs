using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>Finds out, by trying, which isolation this machine allows to the worker command.</summary>
internal sealed class IsolationProbe(WorkerCommand command)
{
    /// <summary>User and group nobody, on every Linux.</summary>
    public const uint Nobody = 65534;

    private const string NoNewPrivileges = "--no-new-privs";
    private static readonly string[] NoCapabilities = ["--bounding-set=-all", "--inh-caps=-all"];
    private static readonly string[] AsNobody = [$"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"];

    /// <summary>Tries the layers from the outermost to the innermost and keeps those that let the command be read and started.</summary>
    public async Task<WorkerIsolation> FindAsync(CancellationToken cancellationToken)
    {
        var root = Environment.IsPrivilegedProcess;
        var found = new WorkerIsolation([], []);
        string[] network = root ? ["unshare", "--net", "--"] : ["unshare", "--net", "--map-root-user", "--"];
        found = await TryAsync(found, network, ["no network"], "network isolation", cancellationToken);
        if (root)
        {
            string[] all = ["setpriv", NoNewPrivileges, .. NoCapabilities, .. AsNobody, "--"];
            var dropped = await TryAsync(found, all, ["no privileges", "user nobody"], "a user of their own", cancellationToken);
            if (dropped.Prefix.Length > found.Prefix.Length)
            {
                return dropped with { OtherUser = true };
            }

            found = dropped;
        }

        string[] privileges = root || !found.Prefix.IsEmpty
            ? ["setpriv", NoNewPrivileges, .. NoCapabilities, "--"]
            : ["setpriv", NoNewPrivileges, "--"];
        return await TryAsync(found, privileges, ["no privileges"], "dropping privileges", cancellationToken);
    }

    private async Task<WorkerIsolation> TryAsync(
        WorkerIsolation found, string[] layer, string[] names, string what, CancellationToken cancellationToken)
    {
        var prefix = found.Prefix.AddRange(layer);
        var failure = await FailureAsync(prefix, cancellationToken);
        return failure is null
            ? found with { Prefix = prefix, Layers = found.Layers.AddRange(names) }
            : found with { Gaps = found.Gaps.Add($"Files are read without {what} on this machine: {failure}") };
    }

    /// <summary>Runs a look at the command's files behind the prefix; null where that works, else what went wrong.</summary>
    private async Task<string?> FailureAsync(ImmutableArray<string> prefix, CancellationToken cancellationToken)
    {
        const string Look = "command -v \"$0\" >/dev/null || exit 1; for f; do case \"$f\" in /*) test -r \"$f\" || exit 1;; esac; done";
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(prefix[0])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in prefix.Skip(1).Concat(["/bin/sh", "-c", Look, command.Program]).Concat(command.Arguments))
        {
            process.StartInfo.ArgumentList.Add(argument);
        }

        process.StartInfo.Environment.Clear();
        process.StartInfo.Environment["PATH"] = WorkerEnvironment.SearchPath;
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return e.Message + ".";
        }

        var complaint = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? null : Sentence(complaint);
    }

    private static string Sentence(string complaint)
    {
        var line = complaint.Split('\n', 2)[0].Trim();
        return line.Length == 0 ? "the program's own files are not readable there." : line.TrimEnd('.') + ".";
    }
}
