using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>Watches one worker while it reads one file, and kills it when the file takes too long or too much memory.</summary>
internal sealed class WorkerWatch : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);
    private readonly Lock gate = new();
    private readonly WorkerProcess worker;
    private readonly ExtractionOptions options;
    private readonly TimeProvider timeProvider;
    private readonly long start;
    private readonly ITimer timer;
    private bool disposed;

    public WorkerWatch(WorkerProcess worker, ExtractionOptions options, TimeProvider timeProvider)
    {
        this.worker = worker;
        this.options = options;
        this.timeProvider = timeProvider;
        start = timeProvider.GetTimestamp();
        timer = timeProvider.CreateTimer(_ => Look(), null, Period, Period);
    }

    /// <summary>Why the worker was killed; null where it was not.</summary>
    public ExtractionResult? Verdict { get; private set; }

    /// <summary>Ends the watch. A look that is under way ends first: the worker may go on to the next file.</summary>
    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            disposed = true;
        }
    }

    private void Look()
    {
        lock (gate)
        {
            if (disposed || Verdict is not null)
            {
                return;
            }

            Verdict = worker.ResidentBytes() > options.MemoryBytes ? WorkerVerdicts.TooMuchMemory(options)
                : timeProvider.GetElapsedTime(start) >= options.Timeout ? WorkerVerdicts.TimedOut(options)
                : null;
            if (Verdict is not null)
            {
                worker.Kill();
            }
        }
    }
}
