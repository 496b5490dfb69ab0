using BotKb.Knowledge;

namespace BotKb.Tests.Knowledge;

/// <summary>
/// What every source must do; each source inherits it with a fixture of its own. A source with folders inherits
/// <c>FolderSourceConformanceTests</c>.
/// </summary>
public abstract class KnowledgeSourceConformanceTests : IDisposable
{
    private readonly Lazy<IKnowledgeSourceFixture> fixture;

    protected KnowledgeSourceConformanceTests() => fixture = new(CreateFixture);

    /// <summary>The path of a second file; in a folder where the source has folders.</summary>
    protected virtual string Second => "second.txt";

    private protected IKnowledgeSourceFixture Place => fixture.Value;

    private protected static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ends_a_full_run_in_one_checkpoint_that_saw_everything()
    {
        Place.Write("a.txt", "one");
        Place.Write(Second, "two");

        SourceRun run = await RunAsync();

        run.Changes.OfType<SourceChange.Checkpoint>().ShouldHaveSingleItem().EverythingSeen.ShouldBeTrue();
        run.Changes[^1].ShouldBeOfType<SourceChange.Checkpoint>();
        run.Paths.ShouldBe(["a.txt", Second], ignoreOrder: true);
    }

    [Fact]
    public async Task Ends_in_a_checkpoint_when_there_is_nothing()
    {
        (await RunAsync()).Changes.ShouldHaveSingleItem().ShouldBeOfType<SourceChange.Checkpoint>();
    }

    [Fact]
    public async Task Reports_the_same_twice_when_nothing_changed()
    {
        Place.Write("a.txt", "one");
        Place.Write(Second, "two");

        SourceRun first = await RunAsync();
        SourceRun second = await RunAsync();

        second.Items.ShouldBe(first.Items);
    }

    [Fact]
    public async Task Gives_each_item_an_id_of_its_own()
    {
        Place.Write("a.txt", "same");
        Place.Write(Second, "same");

        (await RunAsync()).Items.Select(item => item.ItemId).ShouldBeUnique();
    }

    [Fact]
    public async Task Changes_the_version_and_keeps_the_id_when_content_changes()
    {
        Place.Write("a.txt", "one");
        SourceItem before = (await RunAsync()).Item("a.txt");

        Place.Write("a.txt", "one and more");
        SourceItem after = (await RunAsync()).Item("a.txt");

        after.Version.ShouldNotBe(before.Version);
        after.ItemId.ShouldBe(before.ItemId);
    }

    [Fact]
    public async Task Leaves_a_deleted_item_out_of_the_next_full_run()
    {
        Place.Write("a.txt", "one");
        Place.Write("b.txt", "two");
        await RunAsync();

        Place.Delete("a.txt");

        (await RunAsync()).Paths.ShouldBe(["b.txt"]);
    }

    [Fact]
    public async Task Reports_an_item_that_it_cannot_read_and_goes_on()
    {
        Place.AddUnreadable("bad.txt");
        Place.Write("good.txt", "one");

        SourceRun run = await RunAsync();

        run.Failures.ShouldHaveSingleItem().Reason.ShouldEndWith(".");
        run.Paths.ShouldBe(["good.txt"]);
        run.Changes[^1].ShouldBeOfType<SourceChange.Checkpoint>();
    }

    [Fact]
    public async Task Opens_the_bytes_of_an_item()
    {
        Place.Write(Second, "the content");
        SourceItem item = (await RunAsync()).Item(Second);

        await using Stream content = await Place.Source.OpenAsync(item, CancellationToken);
        using var reader = new StreamReader(content);

        (await reader.ReadToEndAsync(CancellationToken)).ShouldBe("the content");
        item.Size.ShouldBe("the content".Length);
    }

    [Fact]
    public async Task Says_so_when_an_item_to_open_is_gone()
    {
        Place.Write("a.txt", "one");
        SourceItem item = (await RunAsync()).Item("a.txt");
        Place.Delete("a.txt");

        SourceItemException exception = await Should.ThrowAsync<SourceItemException>(() => Place.Source.OpenAsync(item, CancellationToken));

        exception.Message.ShouldContain("a.txt");
    }

    [Fact]
    public async Task Stops_at_once_when_it_is_cancelled()
    {
        Place.Write("a.txt", "one");
        Place.Write("b.txt", "two");
        using var cancellation = new CancellationTokenSource();
        await using IAsyncEnumerator<SourceChange> changes =
            Place.Source.ReadChangesAsync(null, cancellation.Token).GetAsyncEnumerator(CancellationToken);
        (await changes.MoveNextAsync()).ShouldBeTrue();

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await changes.MoveNextAsync());
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract IKnowledgeSourceFixture CreateFixture();

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Place.Dispose();
        }
    }

    private protected Task<SourceRun> RunAsync() => SourceRun.OfAsync(Place.Source, CancellationToken);
}
