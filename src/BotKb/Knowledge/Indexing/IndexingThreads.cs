using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace BotKb.Knowledge.Indexing;

/// <summary>
/// The threads of this process that analyse documents, apart from those that answer questions: the kernel gives them what others leave.
/// </summary>
internal sealed partial class IndexingThreads : TaskScheduler
{
    // A collection of garbage runs on the thread that asks for memory and stops all others: these may not be starved altogether.
    private const int Niceness = 5;

    private readonly BlockingCollection<Task> _waiting = [];

    private IndexingThreads()
    {
        for (var i = 0; i < MaximumConcurrencyLevel; i++)
        {
            new Thread(Work) { IsBackground = true, Name = "indexing" }.Start();
        }
    }

    /// <summary>As many as there are processor cores, for the life of the process.</summary>
    public static IndexingThreads Shared { get; } = new();

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => Environment.ProcessorCount;

    /// <summary>Runs work that does not wait for anything but a turn.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.DenyChildAttach, this);

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => [.. _waiting];

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => _waiting.Add(task);

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    // On Linux a priority belongs to a thread and 0 names the caller; elsewhere it would be the whole process.
    private void Work()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(0, 0, Niceness);
        }

        foreach (var task in _waiting.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int niceness);
}
