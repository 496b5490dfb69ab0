using BotKb.Knowledge;
using BotKb.Sources.Extraction;
using BotKb.Sources.Extraction.Worker;
using static BotKb.EndToEndTests.Extraction.PoolBuilder;

namespace BotKb.EndToEndTests.Extraction;

/// <summary>How the pool keeps, replaces and bounds real workers.</summary>
public sealed class ExtractionPoolTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_each_of_50_concurrent_files_its_own_text_with_two_workers()
    {
        using var worker = new ScriptedWorker("become_real");
        await using var pool = Pool(worker, new ExtractionOptions { Workers = 2 });

        var texts = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => pool.TextAsync($"text {i}", Cancelled)));

        texts.ShouldBe(Enumerable.Range(0, 50).Select(i => $"text {i}"));
        worker.Starts.Count.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task The_first_file_of_a_fresh_process_may_be_a_message_in_an_old_encoding()
    {
        using var worker = new ScriptedWorker("become_real");
        await using var pool = Pool(worker);
        await using var message = new ContentProbe(
            [.. "Subject: x\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"u8, 0xCD, 0xA8, 0xD6, 0xAA]);

        Text(await pool.ExtractAsync("notice.eml", message, Cancelled)).ShouldContain("通知");
    }

    [Fact]
    public async Task Uses_one_process_for_many_files_until_it_has_read_enough()
    {
        using var worker = new ScriptedWorker("become_real");
        await using var pool = Pool(worker, new ExtractionOptions { Workers = 1, FilesPerWorker = 2 });

        for (var i = 0; i < 5; i++)
        {
            await pool.TextAsync("text", Cancelled);
        }

        worker.Starts.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Reads_the_file_again_in_a_fresh_process_when_the_worker_is_killed_over_it()
    {
        using var worker = new ScriptedWorker("become_real");
        await using var pool = Pool(worker);
        await pool.TextAsync("before", Cancelled);
        var kill = KillOnce(worker);
        await using var file = new ContentProbe("some text"u8.ToArray()) { OnRead = kill };

        var result = await pool.ExtractAsync("note.txt", file, Cancelled);

        Text(result).ShouldBe("some text");
        worker.Starts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Goes_on_when_an_idle_worker_was_killed()
    {
        using var worker = new ScriptedWorker("become_real");
        await using var pool = Pool(worker);
        await pool.TextAsync("before", Cancelled);
        TestProcesses.Kill(worker.Starts[0]);
        await TestProcesses.BecomesTrueAsync(() => !TestProcesses.Exists(worker.Starts[0]), Cancelled);

        (await pool.TextAsync("after", Cancelled)).ShouldBe("after");
    }

    [Fact]
    public async Task Reads_a_download_that_cannot_be_rewound()
    {
        await using var pool = Pool();
        await using var download = new UnseekableStream(File("some text"));

        Text(await pool.ExtractAsync("note.txt", download, Cancelled)).ShouldBe("some text");
    }

    [Fact]
    public async Task Refuses_a_file_over_the_limit_without_starting_anything()
    {
        using var worker = new ScriptedWorker("become_real");
        await using var pool = Pool(worker, new ExtractionOptions { MaxFileMegabytes = 1 });
        await using var file = new ContentProbe([]) { ClaimedLength = (1024 * 1024) + 1 };

        var result = await pool.ExtractAsync("a.txt", file, Cancelled);

        result.Status.ShouldBe(ExtractionStatus.TooLarge);
        result.Reason.ShouldContain("Extraction:MaxFileMegabytes");
        worker.Starts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stops_reading_a_file_that_is_longer_than_it_says()
    {
        await using var pool = Pool(new ExtractionOptions { MaxFileMegabytes = 1 });
        await using var file = new ContentProbe(new byte[2 * 1024 * 1024]) { ClaimedLength = 10 };

        (await pool.ExtractAsync("a.txt", file, Cancelled)).Status.ShouldBe(ExtractionStatus.TooLarge);

        file.Position.ShouldBeLessThan(file.Capacity);
        (await pool.TextAsync("after", Cancelled)).ShouldBe("after");
    }

    [Fact]
    public async Task Passes_on_the_failure_of_the_source_and_reads_the_next_file()
    {
        await using var pool = Pool();
        await using var file = new ContentProbe([1]) { OnRead = () => throw new SourceItemException("The share is gone.") };

        await Should.ThrowAsync<SourceItemException>(() => pool.ExtractAsync("a.txt", file, Cancelled));

        (await pool.TextAsync("after", Cancelled)).ShouldBe("after");
    }

    [Fact]
    public async Task Says_why_when_no_worker_can_be_started_and_blames_no_file()
    {
        using var worker = new ScriptedWorker("echo 'libfoo.so is missing' >&2; exit 150");
        await using var pool = Pool(worker);

        var failure = await Should.ThrowAsync<BotKbException>(() => pool.TextAsync("text", Cancelled));

        failure.Message.ShouldContain("libfoo.so is missing");
        failure.Kind.ShouldBe(FailureKind.TellAdmin);
    }

    [Fact]
    public async Task Says_why_when_the_program_of_the_worker_does_not_exist()
    {
        await using var pool = Pool(new WorkerCommand("/nowhere/botkb", ["extraction-worker"]));

        (await Should.ThrowAsync<BotKbException>(() => pool.TextAsync("text", Cancelled))).Message.ShouldContain("/nowhere/botkb");
    }

    [Fact]
    public async Task Leaves_no_process_behind_when_it_is_disposed_idle_or_at_work()
    {
        using var worker = new ScriptedWorker($$"""
            test -s "$notes/used" || { echo 1 > "$notes/used"; become_real; }
            {{ScriptedWorker.Ready}}
            exec sleep 1000
            """);
        var pool = Pool(worker, new ExtractionOptions { Workers = 2, FilesPerWorker = 1 });
        await pool.TextAsync("text", Cancelled);
        await using var file = new ContentProbe([1]);
        var working = pool.ExtractAsync("a.txt", file, Cancelled);
        await file.WasRead.WaitAsync(Cancelled);

        await pool.DisposeAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => working);
        worker.Starts.Count.ShouldBe(2);
        worker.Starts.ShouldAllBe(id => !TestProcesses.Exists(id));
        await Should.ThrowAsync<ObjectDisposedException>(() => pool.TextAsync("text", Cancelled));
    }

    // A file is read in several steps, and the next worker may not have written its note yet.
    private static Action KillOnce(ScriptedWorker worker)
    {
        var killed = false;
        return () =>
        {
            if (!killed)
            {
                killed = true;
                TestProcesses.Kill(worker.Starts[0]);
            }
        };
    }
}
