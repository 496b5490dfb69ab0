using System.Text;
using BotKb.Access;
using BotKb.Knowledge.Uploads;
using BotKb.PostgresTests.Fixture;
using BotKb.Retrieval;
using Microsoft.Extensions.DependencyInjection;

namespace BotKb.PostgresTests.Uploads;

public sealed class UploadStoreTests(PostgresFixture postgres) : IAsyncLifetime
{
    private UploadKnowledge _knowledge = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _knowledge = await UploadKnowledge.CreateAsync(postgres, Cancellation);

    public ValueTask DisposeAsync() => _knowledge.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024 * 1024)]
    [InlineData((2 * 1024 * 1024) + 17)]
    public async Task Gives_back_the_bytes_that_were_uploaded(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);

        await _knowledge.UploadAsync("a.bin", bytes, Cancellation);

        (await _knowledge.BytesAsync("a.bin", Cancellation)).ShouldBe(bytes);
        (await _knowledge.Store.ListAsync(_knowledge.Everyone, Cancellation)).ShouldHaveSingleItem().Size.ShouldBe(size);
    }

    [Fact]
    public async Task Upload_that_is_cut_short_leaves_what_was_there_and_nothing_behind()
    {
        await _knowledge.UploadAsync("a.txt", "before", Cancellation);
        await using (var upload = await _knowledge.Store.BeginAsync(_knowledge.Everyone, "a.txt", "", Cancellation))
        {
            await upload.WriteAsync(new byte[2 * 1024 * 1024], Cancellation);
            (await _knowledge.TextAsync("a.txt", Cancellation)).ShouldBe("before");
        }

        (await _knowledge.TextAsync("a.txt", Cancellation)).ShouldBe("before");
        (await _knowledge.CountAsync("upload", Cancellation)).ShouldBe(1);
        (await _knowledge.CountAsync("upload_part", Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Incomplete_upload_is_not_listed_and_not_opened()
    {
        await using var upload = await _knowledge.Store.BeginAsync(_knowledge.Everyone, "a.txt", "", Cancellation);
        await upload.WriteAsync(new byte[1024 * 1024], Cancellation);

        (await _knowledge.Store.ListAsync(_knowledge.Everyone, Cancellation)).ShouldBeEmpty();
        (await _knowledge.Store.OpenAsync(_knowledge.Everyone, "a.txt", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task File_replaces_the_earlier_one_of_its_name_and_keeps_its_document()
    {
        await _knowledge.UploadAsync("a.txt", "The canteen opens at noon.", Cancellation);
        await _knowledge.SyncAsync(Cancellation);
        var document = (await _knowledge.Store.SummarizeAsync(_knowledge.Kb, Cancellation)).ShouldHaveSingleItem().DocumentId;
        await _knowledge.UploadAsync("a.txt", "The library opens at nine.", Cancellation);
        await _knowledge.SyncAsync(Cancellation);

        var file = (await _knowledge.Store.SummarizeAsync(_knowledge.Kb, Cancellation)).ShouldHaveSingleItem();
        file.DocumentId.ShouldBe(document);
        file.Status.ShouldBe("indexed");
        (await FindAsync("library")).ShouldBe(["a.txt"]);
        (await FindAsync("canteen")).ShouldBeEmpty();
        (await _knowledge.CountAsync("upload_part", Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Names_that_differ_in_normal_form_are_one_file()
    {
        await _knowledge.UploadAsync("re\u0301sume\u0301.txt", "one", Cancellation);
        await _knowledge.UploadAsync("r\u00E9sum\u00E9.txt", "two", Cancellation);

        (await _knowledge.Store.ListAsync(_knowledge.Everyone, Cancellation)).ShouldHaveSingleItem().Name.ShouldBe("r\u00E9sum\u00E9.txt");
        (await _knowledge.TextAsync("r\u00E9sum\u00E9.txt", Cancellation)).ShouldBe("two");
    }

    [Fact]
    public async Task Of_uploads_of_one_name_at_once_one_stays_whole()
    {
        var contents = Enumerable.Range(0, 8).Select(i => new string((char)('a' + i), 1_200_000)).ToList();

        await Task.WhenAll(contents.Select(content => _knowledge.UploadAsync("a.txt", content, Cancellation)));

        contents.ShouldContain(await _knowledge.TextAsync("a.txt", Cancellation));
        (await _knowledge.CountAsync("upload", Cancellation)).ShouldBe(1);
        (await _knowledge.CountAsync("upload_part", Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task File_that_becomes_too_large_is_refused_before_it_is_read_whole()
    {
        await using var upload = await _knowledge.Store.BeginAsync(_knowledge.Everyone, "a.txt", "", Cancellation);
        await upload.WriteAsync(new byte[3 * 1024 * 1024], Cancellation);

        var refused = await Should.ThrowAsync<UploadRefusedException>(() => upload.WriteAsync(new byte[1], Cancellation));

        refused.Refusal.ShouldBe(UploadRefusal.TooLarge);
    }

    [Fact]
    public async Task Name_that_others_may_read_is_refused()
    {
        await _knowledge.UploadAsync("salaries.txt", "open", Cancellation);

        var refused = await Should.ThrowAsync<UploadRefusedException>(
            () => _knowledge.UploadAsync("salaries.txt", "narrow", Cancellation, ReaderSet.Of(["group:hr"])));

        refused.Refusal.ShouldBe(UploadRefusal.OtherReaders);
    }

    [Fact]
    public async Task Of_uploads_of_one_name_for_different_readers_only_one_completes()
    {
        var hr = UploadSettings.For(_knowledge.Kb, ReaderSet.Of(["group:hr"]));
        await using var wide = await _knowledge.Store.BeginAsync(_knowledge.Everyone, "a.txt", "", Cancellation);
        await using var narrow = await _knowledge.Store.BeginAsync(hr, "a.txt", "", Cancellation);
        await narrow.CompleteAsync(Cancellation);

        (await Should.ThrowAsync<UploadRefusedException>(() => wide.CompleteAsync(Cancellation))).Refusal.ShouldBe(UploadRefusal.OtherReaders);
    }

    [Fact]
    public async Task Sweep_takes_what_began_a_day_ago_and_did_not_end()
    {
        await _knowledge.UploadAsync("kept.txt", "kept", Cancellation);
        await using var old = await _knowledge.Store.BeginAsync(_knowledge.Everyone, "a.txt", "", Cancellation);
        await old.WriteAsync(new byte[1024 * 1024], Cancellation);
        _knowledge.Time.Advance(TimeSpan.FromHours(25));
        await using var young = await _knowledge.Store.BeginAsync(_knowledge.Everyone, "b.txt", "", Cancellation);

        (await _knowledge.Store.SweepAsync(Cancellation)).ShouldBe(1);

        await young.CompleteAsync(Cancellation);
        (await Should.ThrowAsync<UploadRefusedException>(() => old.CompleteAsync(Cancellation))).Refusal.ShouldBe(UploadRefusal.Gone);
        (await _knowledge.Store.ListAsync(_knowledge.Everyone, Cancellation)).Select(file => file.Name).ShouldBe(["b.txt", "kept.txt"]);
    }

    [Fact]
    public async Task Deleted_file_is_not_found_any_more_at_once()
    {
        await _knowledge.UploadAsync("a.txt", "The canteen opens at noon.", Cancellation);
        await _knowledge.SyncAsync(Cancellation);
        var file = (await _knowledge.Store.SummarizeAsync(_knowledge.Kb, Cancellation)).ShouldHaveSingleItem();

        (await _knowledge.Store.DeleteAsync(_knowledge.Kb + 1, file.Id, Cancellation)).ShouldBeNull();
        (await _knowledge.Store.DeleteAsync(_knowledge.Kb, file.Id, Cancellation)).ShouldNotBeNull();

        (await FindAsync("canteen")).ShouldBeEmpty();
        (await _knowledge.CountAsync("upload_part", Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Knowledge_base_that_is_gone_takes_nothing()
    {
        var nowhere = UploadSettings.For(_knowledge.Kb + 1, ReaderSet.All);

        var refused = await Should.ThrowAsync<UploadRefusedException>(() => _knowledge.Store.BeginAsync(nowhere, "a.txt", "", Cancellation));

        refused.Refusal.ShouldBe(UploadRefusal.Gone);
    }

    [Fact]
    public async Task Reader_of_a_file_that_is_replaced_meanwhile_does_not_get_a_mixture()
    {
        await _knowledge.UploadAsync("a.txt", Encoding.UTF8.GetBytes(new string('a', 2_000_000)), Cancellation);
        await using var content = (await _knowledge.Store.OpenAsync(_knowledge.Everyone, "a.txt", Cancellation)).ShouldNotBeNull();
        await content.ReadExactlyAsync(new byte[1000], Cancellation);
        await _knowledge.UploadAsync("a.txt", Encoding.UTF8.GetBytes(new string('b', 2_000_000)), Cancellation);

        await Should.ThrowAsync<IOException>(() => content.CopyToAsync(Stream.Null, Cancellation));
    }

    private async Task<IEnumerable<string>> FindAsync(string question)
    {
        var search = _knowledge.Services.GetRequiredService<IPassageSearch>();
        return (await search.SearchAsync(question, [_knowledge.Kb], Reader.Anonymous, 10, Cancellation)).Passages.Select(passage => passage.Path);
    }
}
