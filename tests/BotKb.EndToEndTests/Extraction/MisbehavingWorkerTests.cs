using BotKb.Knowledge;
using BotKb.Sources.Extraction;
using Microsoft.Extensions.Time.Testing;
using static BotKb.EndToEndTests.Extraction.PoolBuilder;

namespace BotKb.EndToEndTests.Extraction;

/// <summary>What the pool makes of processes that hang, grow, crash or lie.</summary>
public sealed class MisbehavingWorkerTests
{
    private const string Hang = ScriptedWorker.Ready + "\nwhile :; do :; done";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ends_in_timeout_when_the_reading_never_ends()
    {
        using var worker = new ScriptedWorker(Hang);
        await using var pool = Pool(worker, new ExtractionOptions { Workers = 1, TimeoutSeconds = 1 });

        await using var file = File("text");
        var result = await pool.ExtractAsync("a.pdf", file, Cancelled);

        result.Status.ShouldBe(ExtractionStatus.Timeout);
        result.Reason.ShouldContain("Extraction:TimeoutSeconds");
        worker.Starts.ShouldHaveSingleItem();
        TestProcesses.Exists(worker.Starts[0]).ShouldBeFalse();
    }

    [Fact]
    public async Task Waits_as_long_as_the_limit_says_and_not_longer()
    {
        var time = new FakeTimeProvider();
        using var worker = new ScriptedWorker(Hang);
        await using var pool = Pool(worker, new ExtractionOptions { Workers = 1, TimeoutSeconds = 60 }, time);
        await using var file = new ContentProbe([1]);
        var working = pool.ExtractAsync("a.pdf", file, Cancelled);
        await file.WasRead.WaitAsync(Cancelled);

        time.Advance(TimeSpan.FromSeconds(59));
        TestProcesses.Runs(worker.Starts[0]).ShouldBeTrue();
        time.Advance(TimeSpan.FromSeconds(1));

        (await working).Status.ShouldBe(ExtractionStatus.Timeout);
    }

    [Fact]
    public async Task Ends_in_too_large_when_the_reading_takes_all_memory()
    {
        using var worker = new ScriptedWorker(ScriptedWorker.Ready + "\nexec tail -n 1 /dev/zero");
        await using var pool = Pool(worker, new ExtractionOptions { Workers = 1, MemoryMegabytes = 128 });

        await using var file = File("text");
        var result = await pool.ExtractAsync("a.pdf", file, Cancelled);

        result.Status.ShouldBe(ExtractionStatus.TooLarge);
        result.Reason.ShouldContain("Extraction:MemoryMegabytes");
        TestProcesses.Exists(worker.Starts[0]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("kill -ABRT $$")]
    [InlineData("kill -KILL $$")]
    [InlineData("head -c 1000000 >/dev/null; exec cat /dev/urandom")]
    [InlineData(@"printf '\004\005\000\000\000hello\005\000\000\000\000'; exec cat >/dev/null")]
    [InlineData(@"printf '\004\002\000\000\000{}\005\000\000\000\000'; exec cat >/dev/null")]
    public async Task Tries_twice_then_says_corrupt_when_the_worker_crashes_or_talks_nonsense(string misdeed)
    {
        using var worker = new ScriptedWorker($"{ScriptedWorker.Ready}\n{misdeed}");
        await using var pool = Pool(worker);

        await using var file = File(new string('x', 1_000_000));
        var result = await pool.ExtractAsync("a.pdf", file, Cancelled);

        result.Status.ShouldBe(ExtractionStatus.Corrupt);
        result.Reason.ShouldContain("reading it crashed the extractor");
        worker.Starts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Reads_the_file_in_the_second_process_when_the_first_crashes()
    {
        using var worker = new ScriptedWorker(
            $"test -s \"$notes/used\" && become_real; echo 1 > \"$notes/used\"; {ScriptedWorker.Ready}; kill -SEGV $$");
        await using var pool = Pool(worker);

        (await pool.TextAsync("text", Cancelled)).ShouldBe("text");

        worker.Starts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Says_too_large_when_the_worker_ends_for_lack_of_memory()
    {
        using var worker = new ScriptedWorker($"{ScriptedWorker.Ready}\nexit {ExtractionWorker.OutOfMemory}");
        await using var pool = Pool(worker);

        (await pool.TextAsync("text", Cancelled)).ShouldBe("too-large");

        worker.Starts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Is_not_stopped_by_a_worker_that_complains_at_length()
    {
        using var worker = new ScriptedWorker("head -c 1000000 /dev/zero >&2; become_real");
        await using var pool = Pool(worker);

        (await pool.TextAsync("text", Cancelled)).ShouldBe("text");
    }

    [Fact]
    public async Task Kills_the_worker_when_the_caller_cancels()
    {
        using var worker = new ScriptedWorker(Hang);
        await using var pool = Pool(worker);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        await using var file = new ContentProbe([1]);
        var working = pool.ExtractAsync("a.pdf", file, caller.Token);
        await file.WasRead.WaitAsync(Cancelled);

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => working);
        TestProcesses.Exists(worker.Starts[0]).ShouldBeFalse();
    }
}
