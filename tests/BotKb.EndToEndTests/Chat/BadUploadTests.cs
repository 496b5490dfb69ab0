using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BotKb.Access;

namespace BotKb.EndToEndTests.Chat;

/// <summary>Uploads that are broken or mean harm.</summary>
[Collection(typeof(OneChatSite))]
public sealed class BadUploadTests(ChatSite site)
{
    private const string Script = "<script>alert(document.cookie)</script>";
    private const string Svg = $"""<svg xmlns="http://www.w3.org/2000/svg">{Script}<text>Pump P-100</text></svg>""";
    private const string Html = $"<!doctype html><title>Pump</title>{Script}<p>The pump P-100 weighs nine kilograms.</p>";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_that_breaks_off_leaves_nothing_behind()
    {
        var kb = await site.NewKnowledgeBaseAsync(Cancelled);

        await Should.ThrowAsync<HttpRequestException>(async () =>
        {
            using var file = new SlowFile(_ => throw new IOException("The disk is gone."));
            using var sent = await ChatSite.UploadAsync(site.Admin, kb, "broken.txt", file, Cancelled);
        });
        using var cut = new StringContent(
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cut.txt\"\r\n\r\nThe pump lasts 24 mon", Encoding.UTF8);
        cut.Headers.Remove("Content-Type");
        cut.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        using var ended = await site.Admin.SendAsync(HttpMethod.Post, $"{ChatSite.UploadsOf(kb)}?readers=everyone", cut, Cancelled);

        ended.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ReasonAsync(ended)).ShouldNotBeNullOrEmpty();
        (await StoredAsync(kb)).ShouldBe(0);
    }

    [Fact]
    public async Task Upload_that_is_too_large_is_refused_in_one_sentence()
    {
        var kb = await site.NewKnowledgeBaseAsync(Cancelled);
        using var file = new ByteArrayContent(new byte[1_200_000]);

        using var answer = await ChatSite.UploadAsync(site.Admin, kb, "large.txt", file, Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ReasonAsync(answer)).ShouldNotBeNull().ShouldContain("1 MB");
        (await StoredAsync(kb)).ShouldBe(0);
    }

    [Fact]
    public async Task Upload_of_an_admin_who_is_none_any_more_is_not_stored()
    {
        var kb = await site.NewKnowledgeBaseAsync(Cancelled);
        using var person = await site.NewPersonAsync(AccountRole.Admin, Cancelled);
        using var file = new SlowFile(async part =>
        {
            if (part == 1)
            {
                await site.Accounts.ChangeRoleAsync(person.Id, AccountRole.Member, Cancelled);
            }
        });

        try
        {
            using var answer = await ChatSite.UploadAsync(person.Client, kb, "late.txt", file, Cancelled);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
        catch (HttpRequestException)
        {
            // The host has closed the connection before the file was sent.
        }

        (await StoredAsync(kb)).ShouldBe(0);
    }

    [Theory]
    [InlineData("../x.txt")]
    [InlineData("..\\..\\x.txt")]
    [InlineData("/etc/x.txt")]
    public async Task Name_with_a_path_keeps_only_the_name(string name)
    {
        var kb = await site.NewKnowledgeBaseAsync(Cancelled);
        using var file = new StringContent("The pump P-100 weighs nine kilograms.");

        using var answer = await ChatSite.UploadAsync(site.Admin, kb, name, file, Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.ReadAsync("select name from upload where id = (select max(id) from upload)", Cancelled)).ShouldBe("x.txt");
        (await StoredAsync(kb)).ShouldBe(1);
    }

    [Theory]
    [InlineData("pump.svg", Svg)]
    [InlineData("pump.html", Html)]
    public async Task Script_in_a_file_never_runs(string name, string content)
    {
        var kb = await site.NewKnowledgeBaseAsync(Cancelled);
        using var file = new StringContent(content);
        using var answer = await ChatSite.UploadAsync(site.Admin, kb, name, file, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var document = await site.DocumentAsync(kb, name, Cancelled);
        using var person = await site.NewPersonAsync(AccountRole.Member, Cancelled);

        using var original = await person.Client.GetAsync($"documents/{document}/original", Cancelled);
        using var page = await person.Client.GetAsync($"documents/{document}", Cancelled);

        original.StatusCode.ShouldBe(HttpStatusCode.OK);
        original.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        original.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        original.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
        original.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self';");
        (await page.Content.ReadAsStringAsync(Cancelled)).ShouldNotContain("alert(document.cookie)");
    }

    private async Task<long> StoredAsync(long kb)
    {
        using var listed = await site.Admin.GetAsync(ChatSite.UploadsOf(kb), Cancelled);
        listed.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (long)(await site.ReadAsync(
            $"select count(*) from upload u join source s on s.id = u.source_id where s.knowledge_base_id = {kb}", Cancelled))!;
    }

    private static async Task<string?> ReasonAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("reason").GetString();
}
