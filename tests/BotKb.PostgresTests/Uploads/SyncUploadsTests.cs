using BotKb.Knowledge;
using BotKb.Knowledge.Sync;
using BotKb.PostgresTests.Fixture;
using BotKb.WebConsole.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;

namespace BotKb.PostgresTests.Uploads;

public sealed class SyncUploadsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private UploadKnowledge _knowledge = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _knowledge = await UploadKnowledge.CreateAsync(postgres, Cancellation);

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task Sync_that_is_asked_for_reads_the_file_also_after_one_that_failed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var logger = new FakeLogger<SyncUploads>();
        using var syncs = new SyncUploads(_knowledge.Services.GetRequiredService<SyncSource>(), logger);
        await syncs.StartAsync(cancellation);
        await _knowledge.UploadAsync("a.txt", "The canteen opens at noon.", cancellation);
        var source = (await _knowledge.Services.GetRequiredService<SourceCatalog>().ListAsync(_knowledge.Kb, cancellation)).Single();

        syncs.Ask(source.Id + 1);
        syncs.Ask(source.Id);
        syncs.Ask(source.Id);

        while ((await _knowledge.Store.SummarizeAsync(_knowledge.Kb, cancellation)).Single().Status != DocumentStatus.Indexed)
        {
            await Task.Yield();
        }

        logger.Collector.GetSnapshot().ShouldHaveSingleItem().Id.Id.ShouldBe(1301);
        await syncs.StopAsync(cancellation);
    }

    [Fact(Timeout = 60_000)]
    public async Task Sweep_comes_each_hour()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var sweep = new SweepUploads(_knowledge.Store, _knowledge.Time, new FakeLogger<SweepUploads>());
        await using var upload = await _knowledge.Store.BeginAsync(_knowledge.Everyone, "a.txt", "", cancellation);
        await sweep.StartAsync(cancellation);

        while (await _knowledge.CountAsync("upload", cancellation) > 0)
        {
            _knowledge.Time.Advance(TimeSpan.FromHours(1));
        }

        await sweep.StopAsync(cancellation);
    }
}
