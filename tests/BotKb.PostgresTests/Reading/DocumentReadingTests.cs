using BotKb.Access;
using BotKb.Knowledge;
using BotKb.Knowledge.Reading;
using BotKb.PostgresTests.Fixture;
using BotKb.PostgresTests.Knowledge;

namespace BotKb.PostgresTests.Reading;

public sealed class DocumentReadingTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Reader Anna = new("anna@example.com", ["user:anna@example.com"]);
    private static readonly Reader Bert = new("bert@example.com", ["user:bert@example.com", "group:hr"]);

    private TestKnowledge _knowledge = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DocumentReading Reading => _knowledge.Get<DocumentReading>();

    public async ValueTask InitializeAsync()
    {
        _knowledge = await TestKnowledge.CreateAsync(postgres, Cancellation);
        _knowledge.Source.Put("open", "The canteen opens at noon.", "Office/canteen.txt", title: "Canteen");
        _knowledge.Source.Put("pay", "The bonus is 5 percent.", "HR/pay.txt", ReaderSet.Of(["group:hr"]));
        _knowledge.Source.Put("none", "Nobody reads this.", "none.txt", ReaderSet.Nobody);
        await _knowledge.SyncAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    [Fact]
    public async Task Opens_what_the_reader_may_read()
    {
        var document = (await Reading.OpenAsync(await IdAsync("open"), Reader.Anonymous, Cancellation)).ShouldNotBeNull();

        (document.Title, document.Path, document.KnowledgeBaseId, document.KnowledgeBase, document.SourceKind)
            .ShouldBe(("Canteen", "Office/canteen.txt", _knowledge.Kb, "test", FakeSource.Name));
        var passage = document.Passages.ShouldHaveSingleItem();
        (passage.Text, passage.Mark).ShouldBe(("The canteen opens at noon.", null));
    }

    [Fact]
    public async Task Document_that_is_not_for_the_reader_is_as_if_it_were_not_there()
    {
        var pay = await IdAsync("pay");

        (await Reading.OpenAsync(pay, Anna, Cancellation)).ShouldBeNull();
        (await Reading.OpenAsync(pay, Reader.Anonymous, Cancellation)).ShouldBeNull();
        (await Reading.OpenAsync(await IdAsync("none"), Bert, Cancellation)).ShouldBeNull();
        (await Reading.OpenAsync(1_000_000, Bert, Cancellation)).ShouldBeNull();
        (await Reading.OpenAsync(pay, Bert, Cancellation)).ShouldNotBeNull().Title.ShouldBe("pay");
    }

    [Fact]
    public async Task Passage_and_quote_of_a_document_that_is_not_for_the_reader_open_nothing()
    {
        var pay = await IdAsync("pay");
        var place = new DocumentPlace(await ChunkAsync("pay"), "bonus", null);

        (await Reading.OpenAsync(pay, place, Anna, Cancellation)).ShouldBeNull();
        var open = await Reading.OpenAsync(await IdAsync("open"), place, Anna, Cancellation);
        open.ShouldNotBeNull().Passages.ShouldAllBe(passage => passage.Mark == null);
    }

    [Fact]
    public async Task Only_readable_documents_pass_the_filter()
    {
        long[] all = [await IdAsync("open"), await IdAsync("pay"), await IdAsync("none"), 1_000_000];

        (await Reading.FilterReadableAsync(all, Anna, Cancellation)).ShouldBe([all[0]], ignoreOrder: true);
        (await Reading.FilterReadableAsync(all, Bert, Cancellation)).ShouldBe(all[..2], ignoreOrder: true);
        (await Reading.FilterReadableAsync([], Bert, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Right_that_was_taken_away_opens_nothing_any_more()
    {
        var pay = await IdAsync("pay");
        _knowledge.Source.Put("pay", "The bonus is 5 percent.", "HR/pay.txt", ReaderSet.Of(["user:carla@example.com"]));
        await _knowledge.SyncAsync(Cancellation);

        (await Reading.OpenAsync(pay, Bert, Cancellation)).ShouldBeNull();
        (await Reading.FilterReadableAsync([pay], Bert, Cancellation)).ShouldBeEmpty();
        (await Reading.OpenOriginalAsync(pay, Bert, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Original_is_opened_for_its_readers_alone()
    {
        var pay = await IdAsync("pay");
        var opened = _knowledge.Source.Opened;

        (await Reading.OpenOriginalAsync(pay, Anna, Cancellation)).ShouldBeNull();
        _knowledge.Source.Opened.ShouldBe(opened);

        await using var original = (await Reading.OpenOriginalAsync(pay, Bert, Cancellation)).ShouldNotBeNull();
        using var text = new StreamReader(original.Content);
        original.FileName.ShouldBe("pay.txt");
        (await text.ReadToEndAsync(Cancellation)).ShouldBe("The bonus is 5 percent.");
    }

    [Fact]
    public async Task Original_that_is_gone_says_so()
    {
        _knowledge.Source.Locked.Add("open");

        await Should.ThrowAsync<SourceItemException>(async () => await Reading.OpenOriginalAsync(await IdAsync("open"), Anna, Cancellation));
    }

    [Fact]
    public async Task Marks_the_quote_in_its_passage()
    {
        var place = new DocumentPlace(await ChunkAsync("open"), "opens  at\nnoon", null);

        var passage = (await Reading.OpenAsync(await IdAsync("open"), place, Anna, Cancellation)).ShouldNotBeNull().Passages[0];

        var mark = passage.Mark.ShouldNotBeNull();
        passage.Text[mark.Start..mark.End].ShouldBe("opens at noon");
    }

    [Fact]
    public async Task Quote_finds_its_passage_when_the_passage_was_made_anew()
    {
        var place = new DocumentPlace(1_000_000, "…canteen opens", null);

        var passage = (await Reading.OpenAsync(await IdAsync("open"), place, Anna, Cancellation)).ShouldNotBeNull().Passages[0];

        passage.Mark.ShouldBe(new TextSpan(4, 17));
    }

    [Fact]
    public async Task Passage_is_marked_whole_when_the_quote_is_not_in_it()
    {
        var place = new DocumentPlace(await ChunkAsync("open"), "something else", null);

        var passage = (await Reading.OpenAsync(await IdAsync("open"), place, Anna, Cancellation)).ShouldNotBeNull().Passages[0];

        passage.Mark.ShouldBe(new TextSpan(0, passage.Text.Length));
    }

    [Fact]
    public async Task Document_of_10_000_passages_opens_at_its_passage_and_can_be_paged_through()
    {
        var open = await IdAsync("open");
        await LengthenAsync(open, 10_000);

        var document = (await Reading.OpenAsync(open, new DocumentPlace(null, "number 7777 is", null), Anna, Cancellation)).ShouldNotBeNull();

        document.Passages.Length.ShouldBe(ReadableDocument.PassagesAtOnce);
        document.Passages.Single(passage => passage.Mark is not null).Ordinal.ShouldBe(7777);
        (document.Before, document.After, document.PassageCount).ShouldBe((7400, 7800, 10_001));
        var last = await Reading.OpenAsync(open, new DocumentPlace(null, null, 10_000), Anna, Cancellation);
        last.ShouldNotBeNull().Passages.ShouldHaveSingleItem().Ordinal.ShouldBe(10_000);
        last.After.ShouldBeNull();
    }

    private async Task LengthenAsync(long document, int passages)
    {
        await using var command = _knowledge.Database.CreateCommand(
            """
            with added as (
                insert into chunk (document_id, source_id, ordinal, text, heading_path, lex, lex_version)
                select $1, $2, n, repeat('Words about nothing at all. ', 40) || 'Here the number ' || n || ' is told.', '{}', '', 0
                from generate_series(1, $3) n returning id)
            update document set chunk_count = $3 + 1 where id = $1
            """);
        command.Parameters.AddWithValue(document);
        command.Parameters.AddWithValue(_knowledge.SourceId);
        command.Parameters.AddWithValue(passages);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<long> IdAsync(string item) =>
        long.Parse((await _knowledge.QueryAsync($"select id from document where item_id = '{item}'", Cancellation)).Single(), null);

    private async Task<long> ChunkAsync(string item) => long.Parse(
        (await _knowledge.QueryAsync($"select c.id from chunk c join document d on d.id = c.document_id where d.item_id = '{item}'", Cancellation)).Single(),
        null);
}
