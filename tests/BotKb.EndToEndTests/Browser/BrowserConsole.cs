using BotKb.EndToEndTests.Chat;
using BotKb.EndToEndTests.CommandLine;
using BotKb.Simulators.OpenAi;
using BotKb.Simulators.People;

namespace BotKb.EndToEndTests.Browser;

/// <summary>A host of its own that can be restarted at the same address, with a scripted language model or without one.</summary>
public sealed class BrowserConsole : IAsyncLifetime
{
    internal const string Password = "four words nobody combines";

    private readonly BotKbProgram _botkb = new();
    private ServedHost? _host;

    internal BotKbProgram BotKb => _botkb;

    internal OpenAiSimulator Model { get; private set; } = null!;

    internal ServedHost Host => _host ?? throw new InvalidOperationException("Nothing is served yet.");

    /// <summary>How the first admin signs in, also after the restart.</summary>
    internal OneTimeSignIn First { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _botkb.InitializeAsync();
        Model = await OpenAiSimulator.StartAsync(0, CancellationToken.None);
    }

    /// <summary>Stops what is served and serves again.</summary>
    internal async Task ServeAsync(bool withModel, CancellationToken cancellationToken)
    {
        var address = _host?.Address.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0";
        if (_host is not null)
        {
            await _host.DisposeAsync();
            _host = null;
        }

        var process = _botkb.Start(["serve", "--urls", address], withModel ? ChatProgram.SettingsOf(Model) : []);
        _host = await ServedHost.WaitAsync(process, expectsFirst: First is null, cancellationToken);
        First ??= _host.First!;
    }

    /// <summary>Makes the first admin's password <see cref="Password"/>.</summary>
    internal async Task ChangeFirstPasswordAsync(CancellationToken cancellationToken)
    {
        using var admin = new ConsoleClient(Host.Address);
        await admin.SignInFirstAsync(First, Password, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await Model.DisposeAsync();
        await _botkb.DisposeAsync();
    }
}
