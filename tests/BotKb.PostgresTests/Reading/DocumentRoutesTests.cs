using System.Net;
using System.Text;
using BotKb.Access;
using BotKb.PostgresTests.Fixture;
using BotKb.PostgresTests.Uploads;
using BotKb.WebConsole.Documents;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BotKb.PostgresTests.Reading;

public sealed class DocumentRoutesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";

    private UploadSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await UploadSite.StartAsync(postgres, Cancellation);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("图 \"1\".svg", Svg)]
    [InlineData("page.html", "<script>alert(1)</script>")]
    [InlineData("file.pdf", "%PDF-1.4")]
    public async Task Original_is_saved_and_never_shown(string name, string content)
    {
        var id = await AddAsync(name, content, ReaderSet.All);

        using var response = await _site.Client.GetAsync($"/documents/{id}/original", Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/octet-stream");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe(name);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBe(content);
    }

    [Fact]
    public async Task Page_marks_the_passage_and_runs_nothing_of_the_document()
    {
        var id = await AddAsync("<img src=x onerror=alert(1)>.txt", $"Words before. {Svg} Words after.", ReaderSet.All);

        var page = await _site.Client.GetStringAsync(DocumentLink.To(id, 0, "Words after."), Cancellation);

        page.ShouldContain("<mark>Words after.</mark>");
        page.ShouldContain("&lt;script&gt;");
        page.ShouldNotContain("<script>");
        page.ShouldNotContain("<svg xmlns");
        page.ShouldNotContain("<img");
        page.ShouldContain($"documents/{id}/original");
    }

    [Fact]
    public async Task Document_of_others_looks_like_one_that_is_not_there()
    {
        var id = await AddAsync("secret.txt", "The bonus is 5 percent.", ReaderSet.Of(["user:bert@example.com"]));

        foreach (var route in (string[])["", "/original"])
        {
            using var forbidden = await _site.Client.GetAsync($"/documents/{id}{route}?quote=bonus", Cancellation);
            using var missing = await _site.Client.GetAsync($"/documents/1000000{route}?quote=bonus", Cancellation);

            forbidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            forbidden.Headers.Select(header => header.Key).ShouldBe(missing.Headers.Select(header => header.Key));
            var text = await forbidden.Content.ReadAsStringAsync(Cancellation);
            text.ShouldBe(await missing.Content.ReadAsStringAsync(Cancellation));
            text.ShouldContain("There is no such document");
        }
    }

    [Fact]
    public async Task Routes_are_for_people_who_signed_in()
    {
        var id = await AddAsync("a.txt", "words", ReaderSet.All);
        _site.Client.DefaultRequestHeaders.Remove(FakeSignIn.Header);

        (await _site.Client.GetAsync($"/documents/{id}", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _site.Client.GetAsync($"/documents/{id}/original", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("?chunk=abc&from=-1")]
    [InlineData("?chunk=99999999999999999999&quote=%00%20")]
    [InlineData("?from=99999")]
    public async Task Address_with_nonsense_still_opens_the_document(string query)
    {
        var id = await AddAsync("a.txt", "words", ReaderSet.All);

        (await _site.Client.GetAsync($"/documents/{id}{query}", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Original_that_was_deleted_meanwhile_says_so()
    {
        var id = await AddAsync("a.txt", "words", ReaderSet.All);
        await _site.Knowledge.ExecuteAsync("delete from upload", Cancellation);

        using var response = await _site.Client.GetAsync($"/documents/{id}/original?language=zh", Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBe(DocumentTexts.Chinese.Gone);
    }

    private async Task<long> AddAsync(string name, string content, ReaderSet readers)
    {
        await _site.Knowledge.UploadAsync(name, Encoding.UTF8.GetBytes(content), Cancellation, readers);
        await _site.Knowledge.SyncAsync(Cancellation);
        await using var command = _site.Knowledge.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select max(id) from document");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
