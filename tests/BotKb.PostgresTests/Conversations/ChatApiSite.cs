using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BotKb.Access;
using BotKb.Answering;
using BotKb.Channels.Web;
using BotKb.Conversations;
using BotKb.Knowledge;
using BotKb.Knowledge.Reading;
using BotKb.PostgresTests.Fixture;
using BotKb.PostgresTests.Knowledge;
using BotKb.PostgresTests.Uploads;
using BotKb.Quality;
using BotKb.Replies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BotKb.PostgresTests.Conversations;

/// <summary>The chat's API on a port of its own, with a knowledge base that only anna may read.</summary>
internal sealed class ChatApiSite : IAsyncDisposable
{
    public const string Anna = "anna@example.com";
    public const string Bert = "bert@example.com";

    private readonly TestDatabase _database;
    private readonly WebApplication _app;

    private ChatApiSite(TestDatabase database, TestKnowledge knowledge, TestSpine spine)
    {
        (_database, Knowledge, Spine) = (database, knowledge, spine);
        _app = Build(spine);
    }

    public TestKnowledge Knowledge { get; }

    public TestSpine Spine { get; }

    public static async Task<ChatApiSite> StartAsync(PostgresFixture postgres, IAnswerEngine engine, CancellationToken cancellationToken)
    {
        var database = await postgres.CreateDatabaseAsync(cancellationToken);
        var knowledge = await TestKnowledge.OpenAsync(database.ConnectionString, null, cancellationToken);
        knowledge.Source.Put("a", "The bonus of the board is secret.", readers: ReaderSet.Of([$"user:{Anna}"]));
        await knowledge.SyncAsync(cancellationToken);
        var spine = await TestSpine.StartAsync(database, engine, services => new WebChannel(services.GetRequiredService<LiveReplies>()));
        var site = new ChatApiSite(database, knowledge, spine);
        await site._app.StartAsync(cancellationToken);
        return site;
    }

    /// <summary>A client that is signed in, and has a token where it is wanted.</summary>
    public async Task<HttpClient> ClientAsync(string email, CancellationToken cancellationToken, bool hasToken = true)
    {
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        client.DefaultRequestHeaders.Add(FakeSignIn.Header, email);
        if (hasToken)
        {
            using var page = await client.GetAsync("/api/antiforgery", cancellationToken);
            client.DefaultRequestHeaders.Add("Cookie", page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
            var answer = await page.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
            client.DefaultRequestHeaders.Add("RequestVerificationToken", answer!["token"]!.GetValue<string>());
        }

        return client;
    }

    /// <summary>A question about the knowledge base.</summary>
    public object Question(string text, long? conversation = null, Guid? messageId = null) =>
        new { conversation, messageId = messageId ?? Guid.NewGuid(), text, knowledgeBases = new[] { Knowledge.Kb } };

    /// <summary>Ends the database's connections and lets no new ones in.</summary>
    public async Task CutDatabaseOffAsync(PostgresFixture postgres, CancellationToken cancellationToken)
    {
        await using var elsewhere = await postgres.CreateDatabaseAsync(cancellationToken);
        var name = new NpgsqlConnectionStringBuilder(_database.ConnectionString).Database;
        foreach (var sql in new[]
        {
            $"alter database {name} with allow_connections false",
            $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'",
        })
        {
            await using var command = elsewhere.DataSource.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Spine.DisposeAsync();
        await Knowledge.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static WebApplication Build(TestSpine spine)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(spine.Inbox).AddSingleton(spine.Get<ConversationCatalog>()).AddSingleton(spine.Get<KnowledgeBaseCatalog>())
            .AddSingleton(spine.Get<LiveReplies>()).AddSingleton(spine.Get<DocumentReading>()).AddSingleton(spine.Get<RateAnswer>())
            .AddSingleton(spine.Get<ReaderLookup>()).AddSingleton(TimeProvider.System);
        builder.Services.AddAntiforgery();
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, FakeSignIn>("test", null);
        builder.Services.AddAuthorizationBuilder().AddPolicy(ChatApi.Policy, policy => policy.RequireAuthenticatedUser());
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapChatApi();
        return app;
    }
}
