using BotKb.Access;
using BotKb.Knowledge;
using BotKb.PostgresTests.Fixture;

namespace BotKb.PostgresTests.Knowledge;

public sealed class SyncSourceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string ChunkIds = "select id from chunk order by id";
    private TestKnowledge _knowledge = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FakeSource Source => _knowledge.Source;

    public async ValueTask InitializeAsync() => _knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation);

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    [Fact]
    public async Task New_documents_are_found_by_the_next_question()
    {
        Source.Put("vpn", "Error ERR-42 means that the certificate expired.");
        Source.Put("leave", "员工每年有十五天带薪年假。");

        var outcome = await _knowledge.SyncAsync(Cancellation);

        outcome.Indexed.ShouldBe(2);
        (await _knowledge.FindAsync("What is ERR-42?", Cancellation)).ShouldBe(["vpn.txt"]);
        (await _knowledge.FindAsync("带薪年假有几天", Cancellation)).ShouldBe(["leave.txt"]);
    }

    [Fact]
    public async Task Sync_without_changes_writes_nothing_and_opens_nothing()
    {
        Source.Put("a", "Some words about badges.");
        await _knowledge.SyncAsync(Cancellation);
        var before = await _knowledge.QueryAsync(
            "select xmin::text || ctid::text from document union all select xmin::text || ctid::text from chunk", Cancellation);
        var opened = Source.Opened;

        await _knowledge.SyncAsync(Cancellation);

        (await _knowledge.QueryAsync("select xmin::text || ctid::text from document union all select xmin::text || ctid::text from chunk", Cancellation)).ShouldBe(before);
        Source.Opened.ShouldBe(opened);
    }

    [Fact]
    public async Task Changed_document_is_found_by_its_new_words_only()
    {
        Source.Put("a", "The canteen opens at noon.");
        await _knowledge.SyncAsync(Cancellation);
        Source.Put("a", "The library opens at nine.");

        await _knowledge.SyncAsync(Cancellation);

        (await _knowledge.FindAsync("canteen", Cancellation)).ShouldBeEmpty();
        (await _knowledge.FindAsync("library", Cancellation)).ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task Moved_document_keeps_its_chunks_and_shows_its_new_path()
    {
        Source.Put("a", "Badges are printed on Monday.", "old/a.txt");
        await _knowledge.SyncAsync(Cancellation);
        var chunks = await _knowledge.QueryAsync(ChunkIds, Cancellation);
        Source.Put("a", "Badges are printed on Monday.", "new/a.txt");

        await _knowledge.SyncAsync(Cancellation);

        (await _knowledge.QueryAsync(ChunkIds, Cancellation)).ShouldBe(chunks);
        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBe(["new/a.txt"]);
    }

    [Fact]
    public async Task Document_that_opens_to_more_readers_shows_them_nothing_of_what_it_held_before()
    {
        Source.Put("a", "The bonus of the board is secret.", readers: ReaderSet.Of(["user:anna@example.com"]));
        await _knowledge.SyncAsync(Cancellation);
        Source.Put("a", "The canteen opens at noon.", readers: ReaderSet.All);
        IReadOnlyList<string>? meanwhile = null;
        Source.OnOpen = async _ => meanwhile = await _knowledge.FindAsync("bonus of the board", Cancellation);

        await _knowledge.SyncAsync(Cancellation);

        meanwhile.ShouldNotBeNull().ShouldBeEmpty();
        (await _knowledge.FindAsync("canteen", Cancellation)).ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task Touched_document_with_the_same_bytes_keeps_its_chunks()
    {
        Source.Put("a", "Badges are printed on Monday.", version: "1");
        await _knowledge.SyncAsync(Cancellation);
        var chunks = await _knowledge.QueryAsync(ChunkIds, Cancellation);
        Source.Put("a", "Badges are printed on Monday.", version: "2");

        var outcome = await _knowledge.SyncAsync(Cancellation);

        outcome.Unchanged.ShouldBe(1);
        (await _knowledge.QueryAsync(ChunkIds, Cancellation)).ShouldBe(chunks);
        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task Removed_document_is_not_found_any_more()
    {
        Source.Put("a", "Badges are printed on Monday.");
        Source.Put("b", "Parking is free.");
        await _knowledge.SyncAsync(Cancellation);
        (await _knowledge.FindAsync("badges", Cancellation)).ShouldNotBeEmpty();
        Source.Remove("a");

        var outcome = await _knowledge.SyncAsync(Cancellation);

        outcome.Removed.ShouldBe(1);
        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBeEmpty();
        (await _knowledge.QueryAsync("select count(*) from chunk", Cancellation)).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Nothing_below_a_folder_that_could_not_be_listed_is_removed()
    {
        Source.Put("a", "Badges are printed on Monday.", "hr/a.txt");
        Source.Put("b", "Parking is free.", "hr2/b.txt");
        await _knowledge.SyncAsync(Cancellation);
        Source.Remove("a");
        Source.Remove("b");
        Source.Extra.Add(new SourceChange.Unlisted("hr", "No right to list it."));

        var outcome = await _knowledge.SyncAsync(Cancellation);

        outcome.Unlisted.ShouldBe(["hr: No right to list it."]);
        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBe(["hr/a.txt"]);
        (await _knowledge.FindAsync("parking", Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Incremental_run_removes_only_what_it_names()
    {
        Source.Put("a", "Badges are printed on Monday.");
        Source.Put("b", "Parking is free.");
        await _knowledge.SyncAsync(Cancellation);
        Source.EverythingSeen = false;
        Source.Remove("a");
        Source.Remove("b");
        Source.Extra.Add(new SourceChange.Removed("a"));

        await _knowledge.SyncAsync(Cancellation);

        (await _knowledge.StatesAsync(Cancellation)).Select(state => state.Path).ShouldBe(["b.txt"]);
    }

    [Fact]
    public async Task Document_that_can_no_longer_be_read_is_withdrawn_with_its_reason()
    {
        Source.Put("a", "Badges are printed on Monday.");
        await _knowledge.SyncAsync(Cancellation);
        Source.Put("a", "!Encrypted");

        await _knowledge.SyncAsync(Cancellation);

        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBeEmpty();
        (await _knowledge.StatesAsync(Cancellation)).ShouldBe([new DocumentState("a.txt", "encrypted", "It is Encrypted.", 0)]);
    }

    [Fact]
    public async Task Item_that_the_source_cannot_read_is_listed_with_its_reason_and_withdrawn()
    {
        Source.Put("a", "Badges are printed on Monday.");
        await _knowledge.SyncAsync(Cancellation);
        Source.Remove("a");
        Source.Extra.Add(new SourceChange.Failed("a", "a.txt", "It is a FIFO."));

        await _knowledge.SyncAsync(Cancellation);

        (await _knowledge.StatesAsync(Cancellation)).ShouldBe([new DocumentState("a.txt", "skipped", "It is a FIFO.", 0)]);
        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Document_that_could_not_be_opened_is_tried_again_by_the_next_sync()
    {
        Source.Put("a", "Badges are printed on Monday.");
        Source.Locked.Add("a");
        (await _knowledge.SyncAsync(Cancellation)).NotIndexed.ShouldBe(1);
        (await _knowledge.StatesAsync(Cancellation)).ShouldBe([new DocumentState("a.txt", "skipped", "It is locked.", 0)]);
        Source.Locked.Clear();

        await _knowledge.SyncAsync(Cancellation);

        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task Document_whose_text_breaks_the_indexing_keeps_no_other_one_from_being_read()
    {
        _knowledge.Source.Put("broken", "?");
        _knowledge.Source.Put("sound", "Badges are at the desk.");

        (await _knowledge.SyncAsync(Cancellation)).NotIndexed.ShouldBe(1);

        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBe(["sound.txt"]);
        (await _knowledge.StatesAsync(Cancellation)).Single(state => state.Path == "broken.txt").Reason.ShouldContain("could not be taken in");
    }

    [Fact]
    public async Task Document_that_takes_too_long_is_tried_three_times()
    {
        Source.Put("a", "!Timeout");
        for (var i = 0; i < 5; i++)
        {
            await _knowledge.SyncAsync(Cancellation);
        }

        Source.Opened.ShouldBe(3);
    }

    [Fact]
    public async Task Documents_indexed_by_an_older_version_are_indexed_again()
    {
        Source.Put("a", "Badges are printed on Monday.");
        await _knowledge.SyncAsync(Cancellation);
        await _knowledge.QueryAsync("update document set index_version = 0", Cancellation);
        var chunks = await _knowledge.QueryAsync(ChunkIds, Cancellation);

        (await _knowledge.SyncAsync(Cancellation)).Indexed.ShouldBe(1);

        (await _knowledge.QueryAsync(ChunkIds, Cancellation)).ShouldNotBe(chunks);
    }

    [Fact]
    public async Task Changed_title_is_searched_without_a_change_of_content()
    {
        Source.Put("a", "Printed on Monday.", version: "1", title: "Badges");
        await _knowledge.SyncAsync(Cancellation);
        Source.Put("a", "Printed on Monday.", version: "1", title: "Passports");

        await _knowledge.SyncAsync(Cancellation);

        (await _knowledge.FindAsync("passports", Cancellation)).ShouldBe(["a.txt"]);
        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cursor_is_saved_with_the_changes_that_led_there()
    {
        Source.Put("a", "Badges are printed on Monday.");
        Source.Cursor = "one";
        await _knowledge.SyncAsync(Cancellation);
        Source.Cursor = "two";
        Source.BeforeCheckpoint = () => throw new BotKbException("The place is gone.");

        await Should.ThrowAsync<BotKbException>(() => _knowledge.SyncAsync(Cancellation));
        Source.BeforeCheckpoint = () => Task.CompletedTask;
        await _knowledge.SyncAsync(Cancellation);

        Source.CursorsSeen.ShouldBe([null, "one", "one"]);
    }

    [Fact]
    public async Task Failed_run_removes_nothing_and_says_why()
    {
        Source.Put("a", "Badges are printed on Monday.");
        await _knowledge.SyncAsync(Cancellation);
        Source.Remove("a");
        Source.BeforeCheckpoint = () => throw new BotKbException("The drive is not mounted.");

        await Should.ThrowAsync<BotKbException>(() => _knowledge.SyncAsync(Cancellation));

        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBe(["a.txt"]);
        (await _knowledge.Get<SourceCatalog>().ListAsync(null, Cancellation)).Single().Failure.ShouldBe("The drive is not mounted.");
    }

    [Fact]
    public async Task Run_that_another_one_overtook_may_not_commit()
    {
        Source.Put("a", "Badges are printed on Monday.");
        Source.BeforeCheckpoint = async () =>
        {
            Source.BeforeCheckpoint = () => Task.CompletedTask;
            await _knowledge.QueryAsync("update source set attempt = attempt + 1", Cancellation);
        };

        var failure = await Should.ThrowAsync<BotKbException>(() => _knowledge.SyncAsync(Cancellation));

        failure.Message.ShouldContain("Another sync");
        (await _knowledge.StatesAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_overtaken_while_indexing_leaves_the_documents_to_the_other()
    {
        Source.Put("a", "Badges are printed on Monday.");
        Source.OnOpen = _ => _knowledge.QueryAsync("update source set attempt = attempt + 1", Cancellation);

        await Should.ThrowAsync<BotKbException>(() => _knowledge.SyncAsync(Cancellation));

        (await _knowledge.StatesAsync(Cancellation)).Single().Status.ShouldBe(DocumentStatus.Pending);
        (await _knowledge.QueryAsync(ChunkIds, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_that_PostgreSQL_cannot_store_is_stored_without_what_it_refuses()
    {
        Source.Put("a", "Badges\0 are \uD800printed.");

        await _knowledge.SyncAsync(Cancellation);

        (await _knowledge.QueryAsync("select text from chunk", Cancellation)).Single().ShouldStartWith("Badges are ");
    }

    [Fact]
    public async Task Readers_change_without_indexing_again()
    {
        var anna = new Reader("anna@example.com", ["user:anna@example.com"]);
        Source.Put("a", "Badges are printed on Monday.");
        await _knowledge.SyncAsync(Cancellation);
        Source.Put("a", "Badges are printed on Monday.", readers: ReaderSet.Of(["user:anna@example.com"]));
        var opened = Source.Opened;

        await _knowledge.SyncAsync(Cancellation);

        Source.Opened.ShouldBe(opened);
        (await _knowledge.FindAsync("badges", Cancellation)).ShouldBeEmpty();
        (await _knowledge.FindAsync("badges", Cancellation, anna)).ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task Feed_of_deletions_is_cleared_once_no_host_can_need_it()
    {
        Source.Put("a", "Badges are printed on Monday.");
        await _knowledge.SyncAsync(Cancellation);
        Source.Remove("a");
        await _knowledge.SyncAsync(Cancellation);
        (await _knowledge.QueryAsync("select count(*) from chunk_gone", Cancellation)).ShouldBe(["1"]);
        for (var hour = 0; hour < 2; hour++)
        {
            await _knowledge.QueryAsync("update feed_mark set next_at = next_at - interval '61 minutes'", Cancellation);
            await _knowledge.SyncAsync(Cancellation);
        }

        (await _knowledge.QueryAsync("select count(*) from chunk_gone", Cancellation)).ShouldBe(["0"]);
    }

    [Fact]
    public async Task Searches_after_a_bulk_load_do_not_read_the_whole_table_for_what_is_new()
    {
        for (var i = 0; i < 1_000; i++)
        {
            Source.Put($"{i}", string.Join(' ', Enumerable.Range(0, 200).Select(word => $"w{word}x{i}")));
        }

        await _knowledge.SyncAsync(Cancellation);

        var plan = await _knowledge.QueryAsync(
            "explain select id, source_id, document_id, lex from chunk where (xid >= pg_snapshot_xmax(pg_current_snapshot()) or xid = any('{5,7}'::xid8[]))",
            Cancellation);
        string.Join('\n', plan).ShouldContain("ix_chunk_xid");
    }
}
