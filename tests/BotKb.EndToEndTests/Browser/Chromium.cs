using Microsoft.Playwright;

namespace BotKb.EndToEndTests.Browser;

/// <summary>A real browser without a window: the one that BOTKB_TEST_BROWSER names.</summary>
public sealed class Chromium : IAsyncDisposable
{
    // Nothing that calls home; root may start it, and a small /dev/shm is enough.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
        "--disable-background-networking", "--disable-component-update",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Chromium> LaunchAsync()
    {
        var path = TestTools.PathOf("BOTKB_TEST_BROWSER", "Chromium");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Flags });
        return new Chromium(playwright, browser);
    }

    /// <summary>A person's own browser: cookies, screen, language.</summary>
    /// <param name="host">Where addresses without a host go.</param>
    /// <param name="screen">What it is shown on.</param>
    /// <param name="locale">The language that it asks for, e.g. <c>zh-CN</c>.</param>
    /// <param name="session">Cookies of a session; null for nobody.</param>
    /// <param name="isDark">True where the system is set to dark colours.</param>
    public Task<IBrowserContext> OpenAsync(Uri host, Screen screen, string locale, string? session = null, bool isDark = false) =>
        _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = host.ToString(),
            Locale = locale,
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            IsMobile = screen.IsPhone,
            HasTouch = screen.IsPhone,
            StorageState = session,
            ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
