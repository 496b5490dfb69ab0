using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using BotKb.Knowledge.Uploads;
using BotKb.PostgresTests.Fixture;
using BotKb.WebConsole.Uploads;

namespace BotKb.PostgresTests.Uploads;

public sealed class UploadEndpointsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly byte[] Some = "some words"u8.ToArray();

    private UploadSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await UploadSite.StartAsync(postgres, Cancellation);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Many_files_of_a_request_are_stored_and_a_sync_is_asked_for()
    {
        var answer = await _site.UploadAsync(
            Cancellation, ("报销制度.txt", Some), ("say \"hi\".txt".Replace("\"", "%22"), Some), ("big.bin", new byte[(2 * 1024 * 1024) + 5]));

        answer.Reason.ShouldBeNull();
        answer.Files.ShouldBe([UploadResult.Stored("报销制度.txt"), UploadResult.Stored("say \"hi\".txt"), UploadResult.Stored("big.bin")]);
        var listed = await _site.Client.GetFromJsonAsync<List<UploadSummary>>(_site.Uploads, Cancellation);
        listed!.Select(file => (file.Name, file.Size, file.Readers, file.UploadedBy)).ShouldBe(
            [("big.bin", 2097157, "everyone", UploadSite.Admin), ("say \"hi\".txt", 10, "everyone", UploadSite.Admin), ("报销制度.txt", 10, "everyone", UploadSite.Admin)],
            ignoreOrder: true);
        _site.Asked.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("../x", "x")]
    [InlineData("..\\..\\windows\\x.txt", "x.txt")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("C:\\secret\\plan.docx", "plan.docx")]
    [InlineData("  spaced.txt  ", "spaced.txt")]
    public async Task Name_with_a_path_is_reduced_to_the_name_of_a_file(string named, string stored)
    {
        (await _site.UploadAsync(Cancellation, (named, Some))).Files.ShouldBe([UploadResult.Stored(stored)]);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("folder/")]
    [InlineData("bad\u0001name.txt")]
    [InlineData("exe.\u202Etxt")]
    [InlineData(".hidden")]
    [InlineData("~$plan.docx")]
    public async Task Name_of_no_document_is_refused_with_a_sentence_and_the_next_file_is_stored(string named)
    {
        var answer = await _site.UploadAsync(Cancellation, (named, Some), ("good.txt", Some));

        answer.Files.Select(file => file.Status).ShouldBe(["refused", "stored"]);
        answer.Files[0].Reason.ShouldNotBeNull().ShouldEndWith(".");
    }

    [Fact]
    public async Task Name_that_is_too_long_is_refused()
    {
        (await _site.UploadAsync(Cancellation, (new string('长', 86) + ".txt", Some))).Files[0].Reason.ShouldBe(UploadTexts.English.LongName);
    }

    [Fact]
    public async Task File_that_is_too_large_is_refused_and_nothing_of_it_stays()
    {
        await _site.UploadAsync(Cancellation, ("a.bin", Some));

        var answer = await _site.UploadAsync(Cancellation, ("a.bin", new byte[(3 * 1024 * 1024) + 1]));

        answer.Files.ShouldBe([UploadResult.Refused("a.bin", "It is larger than 3 MB.")]);
        (await _site.Knowledge.CountAsync("upload_part", Cancellation)).ShouldBe(1);
        (await _site.Knowledge.TextAsync("a.bin", Cancellation)).ShouldBe("some words");
    }

    [Fact]
    public async Task Body_that_ends_before_its_last_boundary_is_refused_and_leaves_what_was_there()
    {
        await _site.UploadAsync(Cancellation, ("a.txt", Some));
        using var form = UploadSite.Form(("a.txt", new byte[2 * 1024 * 1024]));
        var whole = await form.ReadAsByteArrayAsync(Cancellation);
        using var cut = new ByteArrayContent(whole[..^100]);
        cut.Headers.TryAddWithoutValidation("Content-Type", form.Headers.ContentType!.ToString());

        using var response = await _site.SendAsync(HttpMethod.Post, _site.Uploads + "&language=zh-CN", cut, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var answer = await response.Content.ReadFromJsonAsync<UploadAnswer>(Cancellation);
        answer!.Files.ShouldBe([UploadResult.Refused("a.txt", UploadTexts.Chinese.CutShort)]);
        (await _site.Knowledge.TextAsync("a.txt", Cancellation)).ShouldBe("some words");
        (await _site.Knowledge.CountAsync("upload", Cancellation)).ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Connection_that_breaks_in_mid_body_leaves_nothing_behind()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await _site.UploadAsync(Cancellation, ("a.txt", Some));
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(_site.Client.BaseAddress!.Host, _site.Client.BaseAddress.Port, cancellation);
            var head = $"POST {_site.Uploads} HTTP/1.1\r\nHost: x\r\n{FakeSignIn.Header}: {UploadSite.Admin}\r\n"
                + $"{UploadEndpoints.TokenHeader}: {_site.Token}\r\nCookie: {_site.Cookie}\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 3000000\r\n\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), cancellation);
            await socket.GetStream().WriteAsync(new byte[2_000_000], cancellation);
            await UntilAsync(async () => await _site.Knowledge.CountAsync("upload_part", cancellation) > 1);
        }

        await UntilAsync(async () => await _site.Knowledge.CountAsync("upload", cancellation) == 1);
        (await _site.Knowledge.TextAsync("a.txt", cancellation)).ShouldBe("some words");
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("anna@example.com", HttpStatusCode.Forbidden)]
    public async Task Routes_are_for_admins(string? user, HttpStatusCode expected)
    {
        _site.Client.DefaultRequestHeaders.Remove(FakeSignIn.Header);
        _site.Client.DefaultRequestHeaders.Add(FakeSignIn.Header, user ?? "");
        using var form = UploadSite.Form(("a.txt", Some));

        (await _site.SendAsync(HttpMethod.Post, _site.Uploads, form, Cancellation)).StatusCode.ShouldBe(expected);
        (await _site.SendAsync(HttpMethod.Get, _site.Uploads, null, Cancellation)).StatusCode.ShouldBe(expected);
        (await _site.SendAsync(HttpMethod.Delete, $"/api/knowledge-bases/{_site.Knowledge.Kb}/uploads/1", null, Cancellation)).StatusCode.ShouldBe(expected);
        (await _site.Knowledge.CountAsync("upload", Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Request_of_another_site_is_refused()
    {
        using var form = UploadSite.Form(("a.txt", Some));

        using var response = await _site.Client.PostAsync(_site.Uploads, form, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<UploadAnswer>(Cancellation))!.Reason.ShouldBe(UploadTexts.English.BadToken);
        (await _site.Knowledge.CountAsync("upload", Cancellation)).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?readers=")]
    [InlineData("?readers=anna")]
    public async Task Readers_are_never_guessed(string query)
    {
        using var form = UploadSite.Form(("a.txt", Some));

        using var response = await _site.SendAsync(HttpMethod.Post, $"/api/knowledge-bases/{_site.Knowledge.Kb}/uploads{query}", form, Cancellation);

        (await response.Content.ReadFromJsonAsync<UploadAnswer>(Cancellation))!.Reason.ShouldBe(UploadTexts.English.BadReaders);
    }

    [Fact]
    public async Task Knowledge_base_that_is_not_there_is_refused()
    {
        using var form = UploadSite.Form(("a.txt", Some));

        using var response = await _site.SendAsync(HttpMethod.Post, "/api/knowledge-bases/77/uploads?readers=everyone", form, Cancellation);

        (await response.Content.ReadFromJsonAsync<UploadAnswer>(Cancellation))!.Files[0].Reason.ShouldBe(UploadTexts.English.Gone);
    }

    [Fact]
    public async Task File_can_be_deleted_once()
    {
        await _site.UploadAsync(Cancellation, ("a.txt", Some));
        var file = (await _site.Client.GetFromJsonAsync<List<UploadSummary>>(_site.Uploads, Cancellation))!.Single();
        var url = $"/api/knowledge-bases/{_site.Knowledge.Kb}/uploads/{file.Id}";

        (await _site.SendAsync(HttpMethod.Delete, url, null, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _site.SendAsync(HttpMethod.Delete, url, null, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Knowledge.CountAsync("upload", Cancellation)).ShouldBe(0);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Yield();
        }
    }
}
