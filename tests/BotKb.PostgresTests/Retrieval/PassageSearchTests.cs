using BotKb.Access;
using BotKb.Knowledge;
using BotKb.PostgresTests.Fixture;
using BotKb.PostgresTests.Knowledge;
using BotKb.Retrieval;
using BotKb.Retrieval.Following;

namespace BotKb.PostgresTests.Retrieval;

public sealed class PassageSearchTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Reader Anna = new("anna@example.com", ["user:anna@example.com", "group:hr"]);
    private TestKnowledge _knowledge = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation);

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    [Fact]
    public async Task Reader_finds_what_everyone_may_read_and_what_he_or_his_groups_may()
    {
        _knowledge.Source.Put("all", "salary table", readers: ReaderSet.All);
        _knowledge.Source.Put("hr", "salary table", readers: ReaderSet.Of(["group:hr"]));
        _knowledge.Source.Put("anna", "salary table", readers: ReaderSet.Of(["user:anna@example.com"]));
        _knowledge.Source.Put("bert", "salary table", readers: ReaderSet.Of(["user:bert@example.com"]));
        _knowledge.Source.Put("nobody", "salary table", readers: ReaderSet.Nobody);
        await _knowledge.SyncAsync(Cancellation);

        (await _knowledge.FindAsync("salary table", Cancellation)).ShouldBe(["all.txt"]);
        (await _knowledge.FindAsync("salary table", Cancellation, Anna)).ShouldBe(["all.txt", "hr.txt", "anna.txt"], ignoreOrder: true);
    }

    [Fact]
    public async Task Rows_fetched_are_checked_again_when_the_index_has_not_heard_of_a_change()
    {
        _knowledge.Source.Put("a", "salary table");
        await _knowledge.SyncAsync(Cancellation);
        (await _knowledge.FindAsync("salary", Cancellation)).ShouldNotBeEmpty();
        // As if the right went between the search and the fetch: the feed does not carry this change.
        await _knowledge.QueryAsync("update permission_scope set everyone = false", Cancellation);
        var host = _knowledge.Get<FollowIndex>();
        var view = await host.ViewAsync([_knowledge.Kb], Reader.Anonymous, Cancellation);

        view.Scopes.ShouldBeEmpty();
        (await _knowledge.FindAsync("salary", Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Other_knowledge_bases_are_not_searched()
    {
        _knowledge.Source.Put("a", "salary table");
        await _knowledge.SyncAsync(Cancellation);
        var other = await _knowledge.Get<KnowledgeBaseCatalog>().CreateAsync("other", Cancellation);

        var found = await _knowledge.Get<IPassageSearch>().SearchAsync("salary", [other.Id], Reader.Anonymous, 10, Cancellation);

        found.Passages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Passage_carries_what_a_citation_needs()
    {
        _knowledge.Source.Put("a", "Badges are printed on Monday.", "hr/badges.txt", title: "All about badges");
        await _knowledge.SyncAsync(Cancellation);

        var found = await _knowledge.Get<IPassageSearch>().SearchAsync("badges", [_knowledge.Kb], Reader.Anonymous, 10, Cancellation);

        var passage = found.Passages.ShouldHaveSingleItem();
        passage.Title.ShouldBe("All about badges");
        passage.Path.ShouldBe("hr/badges.txt");
        passage.Text.ShouldBe("Badges are printed on Monday.");
        passage.Score.ShouldBeGreaterThan(0);
        found.TermIdf.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Two_hosts_find_the_same_after_each_commit()
    {
        await using var other = await TestKnowledge.OpenAsync(_knowledge.Database.ConnectionString, null, Cancellation);
        (await other.FindAsync("badges", Cancellation)).ShouldBeEmpty();
        _knowledge.Source.Put("a", "Badges are printed on Monday.");
        await _knowledge.SyncAsync(Cancellation);

        (await other.FindAsync("badges", Cancellation)).ShouldBe(["a.txt"]);
        _knowledge.Source.Remove("a");
        await _knowledge.SyncAsync(Cancellation);

        (await other.FindAsync("badges", Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Commit_of_a_transaction_that_was_open_during_a_search_is_found_by_the_next()
    {
        _knowledge.Source.Put("a", "Badges are printed on Monday.");
        await _knowledge.SyncAsync(Cancellation);
        await using var connection = await _knowledge.Database.OpenConnectionAsync(Cancellation);
        await using var open = await connection.BeginTransactionAsync(Cancellation);
        await using var copy = new Npgsql.NpgsqlCommand(
            """
            with d as (insert into document (source_id, item_id, path, version, size, modified_at, scope_id, status, reason, tries, chunk_count, index_version)
                select source_id, 'late', 'late.txt', '1', 1, modified_at, scope_id, status, '', 0, 1, index_version from document returning id)
            insert into chunk (document_id, source_id, ordinal, text, heading_path, lex, lex_version)
                select d.id, c.source_id, 0, c.text, c.heading_path, c.lex, c.lex_version from d, chunk c
            """,
            connection);
        await copy.ExecuteNonQueryAsync(Cancellation);
        _knowledge.Source.Put("b", "Badges cost five euro.");
        _knowledge.Source.EverythingSeen = false;
        await _knowledge.SyncAsync(Cancellation);
        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBe(["a.txt", "b.txt"], ignoreOrder: true);

        await open.CommitAsync(Cancellation);

        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBe(["a.txt", "b.txt", "late.txt"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("?!，。")]
    public async Task Question_without_a_word_finds_nothing(string question)
    {
        _knowledge.Source.Put("a", "Badges are printed on Monday.");
        await _knowledge.SyncAsync(Cancellation);

        (await _knowledge.FindAsync(question, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Question_of_100_000_characters_is_answered_like_its_beginning()
    {
        _knowledge.Source.Put("a", "Badges are printed on Monday.");
        await _knowledge.SyncAsync(Cancellation);

        (await _knowledge.FindAsync("badges " + new string('x', 100_000), Cancellation)).ShouldBe(["a.txt"]);
    }
}
