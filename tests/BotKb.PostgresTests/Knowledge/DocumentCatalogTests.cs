using BotKb.Knowledge;
using BotKb.PostgresTests.Fixture;

namespace BotKb.PostgresTests.Knowledge;

public sealed class DocumentCatalogTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestKnowledge _knowledge = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation);

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    [Fact]
    public async Task Pages_follow_each_other_by_path_and_know_the_whole()
    {
        foreach (var name in (string[])["c", "a", "e", "b", "d"])
        {
            _knowledge.Source.Put(name, "Badges are printed on Monday.");
        }

        await _knowledge.SyncAsync(Cancellation);

        var first = await PageAsync(All, 0);
        var last = await PageAsync(All, 4);
        (first.Total, last.Total).ShouldBe((5, 5));
        first.Rows.Select(row => row.Path).ShouldBe(["a.txt", "b.txt"]);
        last.Rows.Select(row => row.Path).ShouldBe(["e.txt"]);
    }

    [Fact]
    public async Task Filter_finds_texts_as_they_are_written_whatever_their_case()
    {
        _knowledge.Source.Put("100%_done", "Badges are printed on Monday.");
        _knowledge.Source.Put("plain", "Badges are printed on Monday.", title: "年假制度");
        await _knowledge.SyncAsync(Cancellation);

        (await PageAsync(All with { Text = "%_DONE" }, 0)).Rows.ShouldHaveSingleItem().Path.ShouldBe("100%_done.txt");
        (await PageAsync(All with { Text = "年假" }, 0)).Rows.ShouldHaveSingleItem().Path.ShouldBe("plain.txt");
        (await PageAsync(All with { Text = "\\" }, 0)).Total.ShouldBe(0);
        (await PageAsync(All with { Status = DocumentStatus.Pending }, 0)).Total.ShouldBe(0);
        (await PageAsync(All with { SourceId = _knowledge.SourceId }, 0)).Total.ShouldBe(2);
        (await PageAsync(All with { KnowledgeBaseId = -1 }, 0)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Removed_source_takes_its_documents_along()
    {
        _knowledge.Source.Put("a", "Badges are printed on Monday.");
        await _knowledge.SyncAsync(Cancellation);

        await _knowledge.Get<SourceCatalog>().RemoveAsync(_knowledge.SourceId, Cancellation);

        (await PageAsync(All, 0)).Total.ShouldBe(0);
        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBeEmpty();
        (await _knowledge.Get<SourceCatalog>().ListAsync(_knowledge.Kb, Cancellation)).ShouldBeEmpty();
    }

    private DocumentFilter All => new(_knowledge.Kb, null, null, "");

    private Task<DocumentPage> PageAsync(DocumentFilter filter, int skip) =>
        _knowledge.Get<DocumentCatalog>().PageAsync(filter, skip, 2, Cancellation);
}
