namespace BotKb.EndToEndTests.CommandLine;

/// <summary>Whatever is killed while documents are indexed, the next sync ends with the index that an undisturbed one makes.</summary>
public sealed class CrashTests(BotKbProgram botkb) : IClassFixture<BotKbProgram>
{
    private const int Files = 800;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_sync_is_completed_by_the_next()
    {
        var folder = Folder();
        var undisturbed = await botkb.IndexOfAsync(await botkb.NewKnowledgeBaseAsync(folder));
        var kb = await EmptyKnowledgeBaseAsync(folder);

        foreach (var documents in (int[])[1, 100, 200])
        {
            using var sync = botkb.Start(["source", "sync", "--kb", kb]);
            await using var pause = await botkb.PauseIndexingAsync(kb, documents);
            sync.Kill();
            await sync.WaitForExitAsync(Cancellation);
        }

        (await botkb.RunAsync("source", "sync", "--kb", kb)).ExitCode.ShouldBe(0);
        (await botkb.IndexOfAsync(kb)).ShouldBe(undisturbed);
    }

    [Fact]
    public async Task Killed_PostgreSQL_loses_nothing_that_was_committed()
    {
        var folder = Folder();
        var undisturbed = await botkb.IndexOfAsync(await botkb.NewKnowledgeBaseAsync(folder));
        var kb = await EmptyKnowledgeBaseAsync(folder);

        using var sync = botkb.Start(["source", "sync", "--kb", kb]);
        await using var pause = await botkb.PauseIndexingAsync(kb, 40);
        await botkb.KillPostgresAsync();
        var rest = sync.StandardOutput.ReadToEndAsync(Cancellation);
        var error = (await sync.StandardError.ReadToEndAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await rest;
        await sync.WaitForExitAsync(Cancellation);
        await botkb.StartPostgresAsync();

        sync.ExitCode.ShouldBe(1);
        error.ShouldHaveSingleItem().ShouldContain("PostgreSQL");
        (await botkb.RunAsync("source", "sync", "--kb", kb)).ExitCode.ShouldBe(0);
        (await botkb.IndexOfAsync(kb)).ShouldBe(undisturbed);
    }

    [Fact]
    public async Task Stopped_sync_ends_cleanly_and_is_completed_by_the_next()
    {
        var folder = Folder();
        var undisturbed = await botkb.IndexOfAsync(await botkb.NewKnowledgeBaseAsync(folder));
        var kb = await EmptyKnowledgeBaseAsync(folder);

        using var sync = botkb.Start(["source", "sync", "--kb", kb]);
        await using (await botkb.PauseIndexingAsync(kb, 40))
        {
            Signals.Interrupt(sync);
            await sync.StandardOutput.ReadToEndAsync(Cancellation);
            await sync.WaitForExitAsync(Cancellation);
        }

        (await sync.StandardError.ReadToEndAsync(Cancellation)).ShouldBeEmpty();
        sync.ExitCode.ShouldBe(130);
        (await botkb.RunAsync("source", "sync", "--kb", kb)).ExitCode.ShouldBe(0);
        (await botkb.IndexOfAsync(kb)).ShouldBe(undisturbed);
    }

    private string Folder() => botkb.NewFolder([.. Enumerable.Range(0, Files).Select(i =>
        ($"{i % 7}/{i}.md", $"# Part {i}\n\n{string.Join(' ', Enumerable.Range(0, 600).Select(word => $"w{(word * i) % 977}"))}\n"))]);

    private async Task<string> EmptyKnowledgeBaseAsync(string folder)
    {
        var away = folder + "-away";
        Directory.Move(folder, away);
        Directory.CreateDirectory(folder);
        var kb = await botkb.NewKnowledgeBaseAsync(folder);
        Directory.Delete(folder);
        Directory.Move(away, folder);
        return kb;
    }
}
