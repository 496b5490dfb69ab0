using System.Diagnostics;

namespace BotKb.EndToEndTests.Extraction;

/// <summary>Looks at processes and waits for what becomes of them.</summary>
internal static class TestProcesses
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>True until the process is gone from the kernel's table: a zombie is there.</summary>
    public static bool Exists(int processId) => Directory.Exists($"/proc/{processId}");

    /// <summary>True while the process runs; a zombie whose parent does not care has ended.</summary>
    public static bool Runs(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat[stat.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    /// <summary>Waits until something is so; fails where it does not become so.</summary>
    public static async Task BecomesTrueAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Look);
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Patience, "what the test waits for does not happen");
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
