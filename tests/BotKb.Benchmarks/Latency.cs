using System.Collections.Concurrent;
using System.Diagnostics;

namespace BotKb.Benchmarks;

/// <summary>Milliseconds that something took, over many times.</summary>
internal sealed class Latency
{
    private readonly double[] _sorted;
    private readonly double? _processorMilliseconds;

    /// <summary>Times, and what this process used of its cores for all of them, where that is known.</summary>
    public Latency(IEnumerable<double> milliseconds, TimeSpan? processor)
    {
        _sorted = [.. milliseconds.Order()];
        _processorMilliseconds = processor?.TotalMilliseconds / _sorted.Length;
    }

    public double P50 => At(50);

    public double P95 => At(95);

    public override string ToString() =>
        $"p50 {P50:F2} ms, p95 {P95:F2} ms, longest {_sorted[^1]:F1} ms, {_sorted.Length} times"
        + (_processorMilliseconds is { } used ? $"; this process used {used:F2} ms of a core each" : "");

    /// <summary>Does it once for each item, by so many clients that wait for one before they begin the next.</summary>
    public static async Task<Latency> MeasureAsync<T>(
        IEnumerable<T> items, int clients, Func<T, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        var waiting = new ConcurrentQueue<T>(items);
        var times = new ConcurrentBag<double>();
        var processor = Environment.CpuUsage.TotalTime;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(ClientAsync, cancellationToken)));
        return new Latency(times, Environment.CpuUsage.TotalTime - processor);

        async Task ClientAsync()
        {
            while (waiting.TryDequeue(out var item))
            {
                var start = Stopwatch.GetTimestamp();
                await run(item, cancellationToken);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
    }

    /// <summary>
    /// Does it at a fixed rate for as long as wanted, however long each takes; a time counts from when it was due.
    /// </summary>
    public static async Task<Latency> AtRateAsync<T>(
        IReadOnlyList<T> items, double perSecond, Func<bool> goesOn, Func<T, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var running = new List<Task<double>>();
        for (var i = 0; goesOn(); i++)
        {
            var due = TimeSpan.FromSeconds(i / perSecond);
            var wait = due - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, cancellationToken);
            }

            var item = items[i % items.Count];
            running.Add(Task.Run(
                async () =>
                {
                    await run(item, cancellationToken);
                    return (Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds;
                },
                cancellationToken));
        }

        return new Latency(await Task.WhenAll(running), Environment.CpuUsage.TotalTime - processor);
    }

    private double At(int percent) => _sorted[Math.Min(_sorted.Length - 1, _sorted.Length * percent / 100)];
}
