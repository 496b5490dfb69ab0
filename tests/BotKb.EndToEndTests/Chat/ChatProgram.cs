using BotKb.EndToEndTests.CommandLine;
using BotKb.Simulators.OpenAi;
using BotKb.Simulators.People;

namespace BotKb.EndToEndTests.Chat;

/// <summary>A knowledge base, a scripted language model, and hosts that serve the chat on them, one after the other.</summary>
public sealed class ChatProgram : IAsyncLifetime
{
    public const string Password = "correct horse battery";

    private readonly BotKbProgram _botkb = new();
    private bool _isFirst = true;

    internal BotKbProgram BotKb => _botkb;

    internal OpenAiSimulator Model { get; private set; } = null!;

    /// <summary>The knowledge base's row.</summary>
    public long KnowledgeBase { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await _botkb.InitializeAsync();
        Model = await OpenAiSimulator.StartAsync(0, CancellationToken.None);
        await _botkb.NewKnowledgeBaseAsync(_botkb.NewFolder(
            ("warranty.md", "# Warranty\n\nThe warranty of the pump P-100 lasts 24 months. The warranty of the valve V-200 lasts 12 months.\n"),
            ("请假.md", "# 请假制度\n\n正式员工每年有十天年假。未休完的年假可以结转到次年三月底。\n")));
    }

    /// <summary>Starts a host; with the model unless told otherwise.</summary>
    internal async Task<ServedHost> ServeAsync(bool withModel, CancellationToken cancellationToken, params (string Name, string Value)[] settings)
    {
        var process = _botkb.Start(
            ["serve", "--urls", "http://127.0.0.1:0"], [.. withModel ? SettingsOf(Model) : [], .. settings]);
        var host = await ServedHost.WaitAsync(process, _isFirst, cancellationToken);
        return host;
    }

    /// <summary>What makes a host answer with a model.</summary>
    internal static (string Name, string Value)[] SettingsOf(OpenAiSimulator model) =>
    [
        ("Models__scripted__Endpoint", model.Endpoint.ToString()),
        ("Models__scripted__Model", "scripted"),
        ("Answering__Model", "scripted"),
    ];

    /// <summary>A signed-in admin of the host.</summary>
    internal async Task<ConsoleClient> SignInAsync(ServedHost host, CancellationToken cancellationToken)
    {
        var client = new ConsoleClient(host.Address);
        if (_isFirst)
        {
            await client.SignInFirstAsync(host.First!, Password, cancellationToken);
            _isFirst = false;
        }
        else
        {
            await client.SignInAsync("admin@botkb.local", Password, cancellationToken);
        }

        var readable = await client.GetJsonAsync("api/chat/knowledge-bases", cancellationToken);
        KnowledgeBase = readable.EnumerateArray().First().GetProperty("id").GetInt64();
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await Model.DisposeAsync();
        await _botkb.DisposeAsync();
    }
}
