using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BotKb.EndToEndTests.Chat;

/// <summary>A running <c>botkb serve</c>.</summary>
internal sealed partial class ServedHost : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServedHost(Process process, Uri address, OneTimeSignIn? first)
    {
        (_process, Address, First) = (process, address, first);
        _errors = process.StandardError.ReadToEndAsync();
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
                return new ServedHost(process, address, first.Success ? new OneTimeSignIn(first.Groups["email"].Value, first.Groups["password"].Value) : null);
            }
        }

        throw new InvalidOperationException($"The host did not start: {await process.StandardError.ReadToEndAsync(cancellationToken)}");
    }

    /// <summary>What it wrote as errors, once it has ended.</summary>
    public Task<string> ErrorsAsync() => _errors;

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
            CommandLine.Signals.Interrupt(_process);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    [GeneratedRegex("^sign in as (?<email>\\S+) with the one-time password (?<password>\\S+)$", RegexOptions.None, 1000)]
    private static partial Regex SignInLine();
}
