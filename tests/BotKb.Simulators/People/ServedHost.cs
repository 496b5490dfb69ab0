using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace BotKb.Simulators.People;

/// <summary>A running <c>botkb serve</c>.</summary>
public sealed partial class ServedHost : IAsyncDisposable
{
    private const int SigTerm = 15;

    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private ServedHost(Process process, Uri address, OneTimeSignIn? first)
    {
        (_process, Address, First) = (process, address, first);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        _ = process.StandardOutput.ReadToEndAsync();
    }

    public Uri Address { get; }

    /// <summary>How to sign in for the first time; null where somebody has already.</summary>
    public OneTimeSignIn? First { get; }

    /// <summary>Waits until the host can answer.</summary>
    /// <param name="process">What <c>botkb serve</c> was started as, its output redirected.</param>
    /// <param name="expectsFirst">True where nobody has signed in yet.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ServedHost> WaitAsync(Process process, bool expectsFirst, CancellationToken cancellationToken)
    {
        Uri? address = null;
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            address = line.StartsWith("ready ", StringComparison.Ordinal) ? new Uri(line["ready ".Length..]) : address;
            var first = SignInLine().Match(line);
            if (address is not null && (first.Success || !expectsFirst))
            {
                var signIn = first.Success ? new OneTimeSignIn(first.Groups["email"].Value, first.Groups["password"].Value) : null;
                return new ServedHost(process, address, signIn);
            }
        }

        throw new InvalidOperationException($"The host did not start: {await process.StandardError.ReadToEndAsync(cancellationToken)}");
    }

    /// <summary>Resident memory, in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>What it has logged.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _ = Kill(_process.Id, SigTerm);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);

    [GeneratedRegex("^sign in as (?<email>\\S+) with the one-time password (?<password>\\S+)$", RegexOptions.None, 1000)]
    private static partial Regex SignInLine();
}
