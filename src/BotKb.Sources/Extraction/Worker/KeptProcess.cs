using System.Diagnostics;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>
/// A process on whose end something waits: a thread starts it and stays until it has ended. It must be that one thread, for
/// the kernel's tie between a child and its parent is to the thread that started it, and pool threads come and go.
/// </summary>
internal sealed class KeptProcess : IDisposable
{
    private const int StackBytes = 256 * 1024;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process = new();

    private KeptProcess(ProcessStartInfo startInfo)
    {
        process.StartInfo = startInfo;
    }

    public int Id => process.Id;

    public int ExitCode => process.ExitCode;

    public Stream Input => process.StandardInput.BaseStream;

    public Stream Output => process.StandardOutput.BaseStream;

    public StreamReader Error => process.StandardError;

    /// <summary>Completes when the process has ended.</summary>
    public Task Exited => exited.Task;

    /// <summary>Starts a process with all three streams redirected.</summary>
    public static async Task<KeptProcess> StartAsync(ProcessStartInfo startInfo)
    {
        var kept = new KeptProcess(startInfo);
        new Thread(kept.Keep, StackBytes) { IsBackground = true, Name = "extraction worker" }.Start();
        try
        {
            await kept.started.Task;
            return kept;
        }
        catch
        {
            kept.Dispose();
            throw;
        }
    }

    /// <summary>Kills the process; no effect on one that has ended.</summary>
    public void Kill() => process.Kill();

    /// <summary>Closes the pipes too: <see cref="Process"/> leaves those to whoever has used them.</summary>
    public void Dispose()
    {
        if (started.Task.IsCompletedSuccessfully)
        {
            CloseInput();
            process.StandardOutput.Dispose();
            process.StandardError.Dispose();
        }

        process.Dispose();
    }

    private void CloseInput()
    {
        try
        {
            process.StandardInput.Dispose();
        }
        catch (IOException)
        {
            // The process has not read all that was sent to it.
        }
    }

    private void Keep()
    {
        try
        {
            process.Start();
            started.SetResult();
            process.WaitForExit();
        }
        catch (Exception e)
        {
            started.TrySetException(e);
        }

        exited.SetResult();
    }
}
