using System.Diagnostics;

namespace BotKb.Benchmarks.Dense;

/// <summary>One way to search, and how it did: times, and recall where it answers with the nearest chunks.</summary>
/// <param name="name">What it is.</param>
/// <param name="ask">Gives the chunks found, nearest first; null where they are ordered by more than nearness.</param>
internal sealed class Contender(string name, Func<string, CancellationToken, Task<long[]?>> ask)
{
    private readonly List<double> _times = [];
    private readonly List<double> _recalls = [];

    /// <summary>The times so far.</summary>
    public Latency Latency => new(_times, null);

    /// <summary>Asks once without counting.</summary>
    public Task WarmAsync(string question, CancellationToken cancellationToken) => ask(question, cancellationToken);

    /// <summary>Asks once and compares the first hits with the truth.</summary>
    public async Task RunAsync(string question, long[] truth, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var hits = await ask(question, cancellationToken);
        _times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        if (hits is not null && truth.Length > 0)
        {
            _recalls.Add(hits.Take(truth.Length).Intersect(truth).Count() / (double)truth.Length);
        }
    }

    public override string ToString() => _recalls.Count == 0 ? $"{name}: {Latency}" : $"{name}: recall@10 {_recalls.Average():F4}, {Latency}";
}
