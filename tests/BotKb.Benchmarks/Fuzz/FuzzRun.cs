using System.Diagnostics;
using System.Globalization;

namespace BotKb.Benchmarks.Fuzz;

/// <summary>
/// Gives one target mutated inputs, one after the other. Each failure is kept as a file, one for each place in the code; the input that is being
/// read is kept too, for the case that it ends the process.
/// </summary>
internal sealed class FuzzRun(FuzzTarget target, int seed, string folder)
{
    private const int MostFindings = 20;
    private const long Growth = 24 * 1024 * 1024;

    // Far above what any input takes on a busy machine: the workers' own limit.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, string> _findings = new(StringComparer.Ordinal);
    private TimeSpan _slowest;

    /// <summary>Runs until so many inputs were read or the time is over.</summary>
    public async Task<FuzzReport> RunAsync(int inputs, TimeSpan time, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var done = 0;
        var before = 0L;
        while (done < inputs && _findings.Count < MostFindings && (time == Timeout.InfiniteTimeSpan || Stopwatch.GetElapsedTime(start) < time))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // The seeds themselves come first.
            var input = done < target.Seeds.Count ? target.Seeds[done] : Mutation.Of(target.Seeds, _random);
            if (!await ReadAsync(input, done, cancellationToken))
            {
                break;
            }

            // By then the pools of buffers hold what the largest inputs take.
            done++;
            if (before == 0 && (done >= inputs / 2 || (time != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(start) > time / 2)))
            {
                before = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        var after = GC.GetTotalMemory(forceFullCollection: true);
        if (before > 0 && after > before + Growth)
        {
            _findings["growth"] = $"managed memory grew from {before / 1024} to {after / 1024} KiB";
        }

        File.Delete(LastInput);
        return new FuzzReport(target.Name, seed, done, [.. _findings.Values], _slowest, before, after);
    }

    private string LastInput => Path.Combine(folder, $"{target.Name}-last");

    // False where nothing can be read after it: a thread is still busy.
    private async Task<bool> ReadAsync(FuzzSeed input, int number, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(LastInput, input.Content, cancellationToken);
        var start = Stopwatch.GetTimestamp();
        var work = Environment.CpuUsage.TotalTime;
        try
        {
            await Task.Run(() => target.RunAsync(input), cancellationToken).WaitAsync(Longest, cancellationToken);
            return true;
        }
        catch (TimeoutException) when (Stopwatch.GetElapsedTime(start) >= Longest)
        {
            Keep("slow", input, number, $"took more than {Longest.TotalSeconds} s");
            return false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var place = new StackTrace(exception, fNeedFileInfo: false).GetFrames()
                .Select(frame => frame.GetMethod()).FirstOrDefault(method => method?.DeclaringType?.Namespace?.StartsWith("BotKb.", StringComparison.Ordinal) == true);
            Keep(
                $"{exception.GetType().Name} in {place?.DeclaringType?.Name}.{place?.Name}", input, number,
                exception.Message.Length > 160 ? exception.Message[..160] : exception.Message);
            return true;
        }
        finally
        {
            // Of the processor, so that a busy machine plays no part.
            var took = Environment.CpuUsage.TotalTime - work;
            if (took > _slowest)
            {
                _slowest = took;
                File.Move(LastInput, Path.Combine(folder, $"{target.Name}-slowest-{Path.GetFileName(input.FileName)}"), overwrite: true);
            }
        }
    }

    private void Keep(string what, FuzzSeed input, int number, string detail)
    {
        if (_findings.ContainsKey(what))
        {
            return;
        }

        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{target.Name}-{seed}-{number}-{Path.GetFileName(input.FileName)}"));
        File.WriteAllBytes(file, input.Content);
        _findings[what] = $"{what}: {detail} [{file}]";
    }
}
