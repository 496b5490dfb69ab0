using System.Net.Http.Headers;
using BotKb.Access;
using BotKb.Data;
using BotKb.EndToEndTests.EmbeddedPostgres;
using BotKb.Knowledge;
using BotKb.Simulators.OpenAi;
using BotKb.Simulators.People;
using BotKb.WebConsole.Accounts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BotKb.EndToEndTests.Chat;

/// <summary>A served host with a scripted model, its first admin, and as many other people as a test wants.</summary>
public sealed class ChatSite : IAsyncLifetime
{
    private ServiceProvider _services = null!;

    internal ChatProgram Program { get; } = new();

    internal OpenAiSimulator Model => Program.Model;

    internal ServedHost Host { get; private set; } = null!;

    /// <summary>The first admin.</summary>
    internal ConsoleClient Admin { get; private set; } = null!;

    internal AccountCatalog Accounts => _services.GetRequiredService<AccountCatalog>();

    /// <summary>A knowledge base that everyone may read.</summary>
    internal long KnowledgeBase => Program.KnowledgeBase;

    public async ValueTask InitializeAsync()
    {
        await Program.InitializeAsync();
        Host = await Program.ServeAsync(
            withModel: true,
            CancellationToken.None,
            ("Models__scripted__FirstTokenSeconds", "3"),
            ("Models__scripted__IdleSeconds", "3"),
            ("Upload__MaxFileMegabytes", "1"));
        Admin = await Program.SignInAsync(Host, CancellationToken.None);

        // No connection of a pool is dead when a test has killed the database.
        var database = new NpgsqlConnectionStringBuilder(Program.BotKb.Lease.ConnectionString) { Pooling = false };
        _services = new ServiceCollection().AddLogging().AddKnowledge(database.ConnectionString)
            .AddAccess(new ConfigurationBuilder().Build()).BuildServiceProvider();
    }

    /// <summary>An account; without a password of its own it has the one-time one of everybody here.</summary>
    internal async Task<long> NewAccountAsync(string email, string role, bool hasOwnPassword, CancellationToken cancellationToken)
    {
        var hash = new AccountPasswords().Hash(ChatProgram.Password);
        (await Accounts.CreateAsync(email, "Anna", role, hash, cancellationToken)).ShouldBe(AccountOutcome.Done);
        var id = (await Accounts.ListAsync(cancellationToken)).Single(row => row.Email == email).Id;
        if (hasOwnPassword)
        {
            await Accounts.SetPasswordAsync(id, hash, cancellationToken);
        }

        return id;
    }

    /// <summary>One person more, signed in.</summary>
    internal async Task<ChatPerson> NewPersonAsync(string role, CancellationToken cancellationToken)
    {
        var email = $"{Guid.NewGuid():n}@example.com";
        var id = await NewAccountAsync(email, role, hasOwnPassword: true, cancellationToken);
        return new ChatPerson(id, email, await SignInAsync(email, cancellationToken));
    }

    /// <summary>One browser more of a person.</summary>
    internal async Task<ConsoleClient> SignInAsync(string email, CancellationToken cancellationToken)
    {
        var client = new ConsoleClient(Host.Address);
        await client.SignInAsync(email, ChatProgram.Password, cancellationToken);
        return client;
    }

    /// <summary>A knowledge base without documents.</summary>
    internal async Task<long> NewKnowledgeBaseAsync(CancellationToken cancellationToken) =>
        (await _services.GetRequiredService<KnowledgeBaseCatalog>().CreateAsync($"{Guid.NewGuid():n}", cancellationToken)).Id;

    /// <summary>Uploads one file.</summary>
    internal static async Task<HttpResponseMessage> UploadAsync(
        ConsoleClient client, long knowledgeBase, string name, HttpContent file, CancellationToken cancellationToken,
        string readers = "everyone")
    {
        file.Headers.ContentType ??= new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { file, "file", name } };
        return await client.SendAsync(HttpMethod.Post, $"{UploadsOf(knowledgeBase)}?readers={readers}", form, cancellationToken);
    }

    /// <summary>The row of a document, once its file was looked at.</summary>
    internal async Task<long> DocumentAsync(long knowledgeBase, string path, CancellationToken cancellationToken)
    {
        using var clock = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var id = await ReadAsync(
                $"""
                select d.id from document d join source s on s.id = d.source_id
                where s.knowledge_base_id = {knowledgeBase} and d.path = '{path}' and d.status <> 'pending'
                """,
                cancellationToken);
            if (id is long found)
            {
                return found;
            }

            await clock.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>One value of the database.</summary>
    internal Task<object?> ReadAsync(string sql, CancellationToken cancellationToken) =>
        Program.BotKb.Lease.ReadAsync(sql, cancellationToken);

    /// <summary>The address of a knowledge base's uploads.</summary>
    internal static string UploadsOf(long knowledgeBase) => $"api/knowledge-bases/{knowledgeBase}/uploads";

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await _services.DisposeAsync();
        await Host.DisposeAsync();
        await Program.DisposeAsync();
    }
}
