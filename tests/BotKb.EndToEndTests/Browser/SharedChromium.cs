using BotKb.WebConsole.Texts;
using Microsoft.Playwright;

namespace BotKb.EndToEndTests.Browser;

/// <summary>The browser of all tests.</summary>
public sealed class SharedChromium : IAsyncLifetime
{
    private const float Patience = 60_000;

    private Chromium _chromium = null!;
    private string _axe = "";

    public async ValueTask InitializeAsync()
    {
        _axe = await File.ReadAllTextAsync(TestTools.PathOf("BOTKB_TEST_AXE", "axe-core"));
        _chromium = await Chromium.LaunchAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    /// <summary>Somebody with an empty browser, or with one that holds a session.</summary>
    internal async Task<Person> OpenAsync(Uri host, Screen screen, ConsoleTexts texts, string? session = null, bool isDark = false)
    {
        var context = await _chromium.OpenAsync(host, screen, texts == ConsoleTexts.Chinese ? "zh-CN" : "en-US", session, isDark);
        context.SetDefaultTimeout(Patience);
        return new Person(context, await context.NewPageAsync(), screen, texts, _axe);
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }
    }
}
