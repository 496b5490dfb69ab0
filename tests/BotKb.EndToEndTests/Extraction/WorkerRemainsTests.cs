using System.Globalization;
using BotKb.Knowledge;
using BotKb.Sources.Extraction;
using Microsoft.Extensions.Time.Testing;
using static BotKb.EndToEndTests.Extraction.PoolBuilder;

namespace BotKb.EndToEndTests.Extraction;

/// <summary>What is left of a worker after its end: nothing. Alone, for it counts what the whole test process holds.</summary>
[Collection(nameof(WorkerRemainsTests))]
[CollectionDefinition(nameof(WorkerRemainsTests), DisableParallelization = true)]
public sealed class WorkerRemainsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_no_descriptor_and_no_thread_of_workers_that_crashed()
    {
        using var worker = new ScriptedWorker(ScriptedWorker.Ready + "\nkill -KILL $$");
        await using var pool = Pool(worker);
        await pool.TextAsync("text", Cancelled);
        var (descriptors, threads) = (Count("fd"), Count("task"));

        for (var i = 0; i < 10; i++)
        {
            await pool.TextAsync("text", Cancelled);
        }

        worker.Starts.Count.ShouldBe(22);
        Count("fd").ShouldBeLessThan(descriptors + 10);
        Count("task").ShouldBeLessThan(threads + 10);
    }

    [Fact]
    public async Task Ends_the_converter_of_a_worker_that_is_killed()
    {
        var time = new FakeTimeProvider();
        using var worker = new ScriptedWorker("become_real");
        var converter = worker.Program("soffice", $"echo $$ > '{worker.Folder}/converter'; while :; do :; done");
        await using var pool = Pool(worker, new ExtractionOptions { Workers = 1, LibreOffice = converter }, time);
        await using var file = File(@"{\rtf1\ansi text}");
        var working = pool.ExtractAsync("a.rtf", file, Cancelled);
        await TestProcesses.BecomesTrueAsync(() => worker.Note("converter").Contains('\n'), Cancelled);

        time.Advance(TimeSpan.FromSeconds(60));

        (await working).Status.ShouldBe(ExtractionStatus.Timeout);
        var converterId = int.Parse(worker.Note("converter"), CultureInfo.InvariantCulture);
        await TestProcesses.BecomesTrueAsync(() => !TestProcesses.Runs(converterId), Cancelled);
    }

    private static int Count(string folder) => Directory.GetFileSystemEntries("/proc/self/" + folder).Length;
}
