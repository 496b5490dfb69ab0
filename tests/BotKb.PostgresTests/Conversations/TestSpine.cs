using BotKb.Access;
using BotKb.Answering;
using BotKb.Conversations;
using BotKb.Data;
using BotKb.Host.Serving;
using BotKb.PostgresTests.Fixture;
using BotKb.Replies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BotKb.PostgresTests.Conversations;

/// <summary>A host with a silo of its own: what answers, a database that several may share, and the channels of the test.</summary>
internal sealed class TestSpine : IAsyncDisposable
{
    private readonly IHost _host;

    private TestSpine(IHost host) => _host = host;

    public Inbox Inbox => Get<Inbox>();

    public static async Task<TestSpine> StartAsync(
        TestDatabase database, IAnswerEngine engine, Func<IServiceProvider, IChannelAdapter> channel, params (string Key, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        builder.Services.AddKnowledge(database.ConnectionString).AddAccess(builder.Configuration).AddConversations(builder.Configuration);
        builder.Services.RemoveAll<IAnswerEngine>().AddSingleton(engine).AddSingleton(channel);
        builder.UseConversationSilo();
        var spine = new TestSpine(builder.Build());
        await spine.Get<MigrateDatabase>().RunAsync(TestContext.Current.CancellationToken);
        await spine._host.StartAsync(TestContext.Current.CancellationToken);
        return spine;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Accepts a message from anna in the thread.</summary>
    public Task<InboxReceipt> SayAsync(string text, string messageId, string thread = "t1", string? owner = "anna@example.com") =>
        Inbox.AcceptAsync(Message(text, messageId, thread, owner), TestContext.Current.CancellationToken);

    public static IncomingMessage Message(string text, string messageId, string thread = "t1", string? owner = "anna@example.com") =>
        new(TestChannel.Name, "", messageId, thread, owner, owner ?? "anna", owner, text, [1]);

    /// <summary>The state, attempt and answer of a turn, once it has its end.</summary>
    public async Task<(string State, int Attempt, string Answer)> EndOfAsync(long turnId)
    {
        while (true)
        {
            await using var command = Get<NpgsqlDataSource>().CreateCommand(
                "select state, attempt, answer from turn where id = $1 and ended_at is not null");
            command.Parameters.AddWithValue(turnId);
            await using (var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
            {
                if (await row.ReadAsync(TestContext.Current.CancellationToken))
                {
                    return (row.GetString(0), row.GetInt32(1), row.GetString(2));
                }
            }

            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}
