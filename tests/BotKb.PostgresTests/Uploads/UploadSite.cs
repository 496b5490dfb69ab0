using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using BotKb.Knowledge.Reading;
using BotKb.Knowledge.Uploads;
using BotKb.PostgresTests.Fixture;
using BotKb.WebConsole.Access;
using BotKb.WebConsole.Documents;
using BotKb.WebConsole.Uploads;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MudBlazor.Services;

namespace BotKb.PostgresTests.Uploads;

/// <summary>The routes of uploads and documents on a port of their own, over a database.</summary>
internal sealed class UploadSite : IAsyncDisposable, ISyncRequests
{
    public const string Admin = "admin@example.com";
    private readonly WebApplication _app;

    private UploadSite(UploadKnowledge knowledge)
    {
        Knowledge = knowledge;
        _app = Build(knowledge, this);
    }

    public UploadKnowledge Knowledge { get; }

    public ConcurrentQueue<long> Asked { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public string Cookie { get; private set; } = "";

    public string Uploads => $"/api/knowledge-bases/{Knowledge.Kb}/uploads?readers=everyone";

    public static async Task<UploadSite> StartAsync(PostgresFixture postgres, CancellationToken cancellationToken)
    {
        var site = new UploadSite(await UploadKnowledge.CreateAsync(postgres, cancellationToken));
        await site._app.StartAsync(cancellationToken);
        site.Client = new HttpClient { BaseAddress = new Uri(site._app.Urls.First()) };
        site.Client.DefaultRequestHeaders.Add(FakeSignIn.Header, Admin);
        using var page = await site.Client.GetAsync("/token", cancellationToken);
        site.Cookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        site.Token = await page.Content.ReadAsStringAsync(cancellationToken);
        return site;
    }

    public void Ask(long sourceId) => Asked.Enqueue(sourceId);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string url, HttpContent? content, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Add(UploadEndpoints.TokenHeader, Token);
        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    public async Task<UploadAnswer> UploadAsync(CancellationToken cancellationToken, params (string Name, byte[] Content)[] files)
    {
        using var form = Form(files);
        using var response = await SendAsync(HttpMethod.Post, Uploads, form, cancellationToken);
        return (await response.Content.ReadFromJsonAsync<UploadAnswer>(cancellationToken)).ShouldNotBeNull();
    }

    // As browsers write it: the name in UTF-8, whatever it is.
    public static MultipartFormDataContent Form(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent("boundary7");
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{Latin(name)}\"");
            form.Add(part);
        }

        return form;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Knowledge.DisposeAsync();
    }

    // The client writes headers as Latin-1; these are the bytes of UTF-8.
    private static string Latin(string name) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name));

    private static WebApplication Build(UploadKnowledge knowledge, ISyncRequests syncs)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(knowledge.Store).AddSingleton(knowledge.Services.GetRequiredService<DocumentReading>())
            .AddSingleton(knowledge.Services.GetRequiredService<IOptions<UploadOptions>>())
            .AddSingleton(syncs).AddSingleton<UploadRequest>();
        builder.Services.AddHttpContextAccessor().AddSingleton<ICurrentReader, FakeSignIn.CurrentReader>();
        builder.Services.AddAntiforgery().AddMudServices().AddRazorComponents();
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, FakeSignIn>("test", null);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(ConsolePolicies.Admin, policy => policy.RequireRole(ConsolePolicies.Admin))
            .AddPolicy(ConsolePolicies.Member, policy => policy.RequireAuthenticatedUser());
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapGet("/token", (IAntiforgery antiforgery, HttpContext context) => antiforgery.GetAndStoreTokens(context).RequestToken);
        app.MapGet("/documents/{Id:long}", (long id) => new RazorComponentResult<DocumentPage>(new { Id = id })).RequireAuthorization(ConsolePolicies.Member);
        app.MapUploads();
        app.MapDocuments();
        return app;
    }
}
