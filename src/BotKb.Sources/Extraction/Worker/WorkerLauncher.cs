using System.ComponentModel;
using System.Diagnostics;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>Starts workers: isolated as far as the machine allows, with an environment that holds no secret.</summary>
internal sealed class WorkerLauncher(WorkerCommand command, ExtractionOptions options, TimeProvider timeProvider) : IDisposable
{
    // Reading files takes what is left of the processor beside questions and their database.
    private static readonly string[] GiveWay = ["nice", "-n", "10"];
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private readonly WorkerFolders folders = new();

    /// <summary>Where the host itself may keep content for a moment.</summary>
    public string Folder => folders.Root;

    /// <summary>Starts one worker and waits until it is ready.</summary>
    /// <exception cref="BotKbException">It does not start; nothing is wrong with the file that waits for it.</exception>
    public async Task<WorkerProcess> StartAsync(WorkerIsolation isolation, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(StartTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var folder = folders.Create(isolation.OtherUser);
        try
        {
            var worker = new WorkerProcess(await KeptProcess.StartAsync(StartInfo(isolation, folder)), folder);
            var settings = new WorkerSettings(Environment.ProcessId, options.MemoryBytes, options.LibreOffice);
            await worker.GreetAsync(settings, either.Token);
            return worker;
        }
        catch (Exception e) when (e is WorkerLostException or Win32Exception)
        {
            WorkerFolders.Delete(folder);
            throw DoesNotStart(e.Message, e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw DoesNotStart($"it was not ready after {StartTimeout.TotalSeconds} seconds", e);
        }
    }

    public void Dispose() => folders.Dispose();

    private BotKbException DoesNotStart(string why, Exception cause) => new(
        FailureKind.TellAdmin,
        $"The program that reads files does not start ({command.Program}): {why.TrimEnd('.')}.",
        cause);

    private ProcessStartInfo StartInfo(WorkerIsolation isolation, string folder)
    {
        string[] line = [.. GiveWay, .. isolation.Prefix, command.Program, .. command.Arguments];
        var start = new ProcessStartInfo(line[0])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var argument in line.AsSpan(1))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in WorkerEnvironment.Create(folder, options.MemoryBytes))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
