using BotKb.WebConsole.Texts;
using Microsoft.Playwright;

namespace BotKb.EndToEndTests.Browser;

/// <summary>A served host with a scripted model, the sample documents and an admin.</summary>
public sealed class SampleConsole : IAsyncLifetime
{
    internal BrowserConsole Console { get; } = new();

    /// <summary>The cookies of the admin; null before the first sign-in.</summary>
    private string? _session;

    public async ValueTask InitializeAsync()
    {
        await Console.InitializeAsync();
        await Console.BotKb.NewKnowledgeBaseAsync(Samples.Folder);
        await Console.ServeAsync(withModel: true, CancellationToken.None);
        await Console.ChangeFirstPasswordAsync(CancellationToken.None);
    }

    /// <summary>The admin at a screen, signed in.</summary>
    internal async Task<Person> OpenAsync(
        SharedChromium chromium, Screen screen, ConsoleTexts texts, Uri? host = null, bool isDark = false)
    {
        if (_session is null)
        {
            await using var first = await chromium.OpenAsync(Console.Host.Address, screen, texts);
            await first.SignInAsync(Console.First.Email, BrowserConsole.Password);
            await first.ShouldBeAtChatAsync();
            _session = await first.Context.StorageStateAsync(new BrowserContextStorageStateOptions());
        }

        return await chromium.OpenAsync(host ?? Console.Host.Address, screen, texts, _session, isDark);
    }

    public ValueTask DisposeAsync() => Console.DisposeAsync();
}
