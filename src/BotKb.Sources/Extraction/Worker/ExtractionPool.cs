using System.Collections.Concurrent;
using BotKb.Knowledge;
using BotKb.Sources.Extraction.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotKb.Sources.Extraction;

/// <summary>
/// Reads files in processes of their own, each bounded in time and memory, so that no file harms the host or another file.
/// Processes are started on demand, used again, and replaced when one dies, grows or has read enough files. Safe for
/// concurrent use. Throws, beside what <see cref="IDocumentExtractor"/> names, a <see cref="BotKbException"/> where no
/// process can be started at all: that says nothing about the file.
/// </summary>
public sealed class ExtractionPool : IDocumentExtractor, IAsyncDisposable
{
    private const int Attempts = 2;
    private readonly ExtractionOptions options;
    private readonly TimeProvider timeProvider;
    private readonly ILogger logger;
    private readonly WorkerLauncher launcher;
    private readonly SemaphoreSlim slots;
    private readonly ConcurrentStack<WorkerProcess> idle = [];
    private readonly CancellationTokenSource closing = new();
    private readonly Lock gate = new();
    private readonly WorkerCommand command;
    private Task<WorkerIsolation>? isolation;

    /// <summary>A pool of the host program's own workers.</summary>
    public ExtractionPool(IOptions<ExtractionOptions> options, TimeProvider timeProvider, ILogger<ExtractionPool> logger)
        : this(WorkerCommand.OfHost(), options.Value, timeProvider, logger)
    {
    }

    internal ExtractionPool(WorkerCommand command, ExtractionOptions options, TimeProvider timeProvider, ILogger logger)
    {
        this.command = command;
        this.options = options;
        this.timeProvider = timeProvider;
        this.logger = logger;
        launcher = new WorkerLauncher(command, options, timeProvider);
        slots = new SemaphoreSlim(options.Workers, options.Workers);
    }

    /// <summary>What keeps the processes apart from this machine; found out once.</summary>
    public Task<WorkerIsolation> IsolationAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (isolation is null or { IsFaulted: true })
            {
                isolation = FindIsolationAsync();
            }

            return isolation.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<ExtractionResult> ExtractAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(closing.Token, cancellationToken);
        await slots.WaitAsync(ending.Token);
        try
        {
            await using var file = await RewindableContent.OpenAsync(content, options.MaxFileBytes, launcher.Folder, ending.Token);
            return file is null ? WorkerVerdicts.FileTooLarge(options) : await ExtractAsync(fileName, file, ending.Token);
        }
        finally
        {
            slots.Release();
        }
    }

    /// <summary>Kills all processes; extractions under way end in cancellation.</summary>
    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested)
        {
            return;
        }

        await closing.CancelAsync();
        for (var taken = 0; taken < options.Workers; taken++)
        {
            await slots.WaitAsync(CancellationToken.None);
        }

        while (idle.TryPop(out var worker))
        {
            await worker.DisposeAsync();
        }

        launcher.Dispose();
        slots.Dispose();
    }

    private async Task<ExtractionResult> ExtractAsync(string fileName, RewindableContent file, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await TryAsync(fileName, file.Rewind(), cancellationToken) is { } result)
            {
                return result;
            }
        }

        return WorkerVerdicts.Crashed;
    }

    /// <summary>Has a worker read the file; null where the worker was lost over it.</summary>
    private async Task<ExtractionResult?> TryAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        var worker = await RentAsync(cancellationToken);
        var sound = false;
        try
        {
            using var watch = new WorkerWatch(worker, options, timeProvider);
            await using var kill = cancellationToken.Register(worker.Kill);
            try
            {
                var result = await worker.ExtractAsync(fileName, content, options, cancellationToken);
                sound = watch.Verdict is null;
                return result;
            }
            catch (WorkerLostException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return watch.Verdict ?? await JudgeAsync(worker);
            }
        }
        finally
        {
            await ReturnAsync(worker, sound);
        }
    }

    private async Task<ExtractionResult?> JudgeAsync(WorkerProcess lost)
    {
        var exitCode = await lost.EndAsync();
        Log.WorkerLost(logger, lost.Id, exitCode);
        return exitCode == ExtractionWorker.OutOfMemory ? WorkerVerdicts.TooMuchMemory(options) : null;
    }

    private async Task<WorkerProcess> RentAsync(CancellationToken cancellationToken)
    {
        while (idle.TryPop(out var worker))
        {
            if (worker.IsAlive)
            {
                return worker;
            }

            await worker.DisposeAsync();
        }

        var start = timeProvider.GetTimestamp();
        var started = await launcher.StartAsync(await IsolationAsync(cancellationToken), cancellationToken);
        var milliseconds = timeProvider.GetElapsedTime(start).TotalMilliseconds;
        Log.WorkerStarted(logger, started.Id, milliseconds);
        return started;
    }

    private async Task ReturnAsync(WorkerProcess worker, bool sound)
    {
        // What a process keeps of memory after a large file would count against the next one.
        if (sound && worker.IsAlive && worker.Files < options.FilesPerWorker && worker.ResidentBytes() < options.MemoryBytes / 2)
        {
            idle.Push(worker);
        }
        else
        {
            await worker.DisposeAsync();
        }
    }

    private async Task<WorkerIsolation> FindIsolationAsync()
    {
        var found = await new IsolationProbe(command).FindAsync(closing.Token);
        foreach (var gap in found.Gaps)
        {
            Log.IsolationIncomplete(logger, gap);
        }

        return found;
    }
}
