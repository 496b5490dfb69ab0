using BotKb.WebConsole.Texts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BotKb.EndToEndTests.Browser;

/// <summary>Somebody in front of the console: one page, seen on a screen in a language.</summary>
internal sealed class Person(IBrowserContext context, IPage page, Screen screen, ConsoleTexts texts, string axe) : IAsyncDisposable
{
    public IPage Page => page;

    public IBrowserContext Context => context;

    public Screen Screen => screen;

    public ConsoleTexts Texts => texts;

    /// <summary>The last question and its answer.</summary>
    public ILocator LastTurn => page.Locator(".chat-turn").Last;

    /// <summary>The same person at another page of the same browser.</summary>
    public Person At(IPage other) => new(context, other, screen, texts, axe);

    public async Task<Person> NewTabAsync() => At(await context.NewPageAsync());

    /// <summary>Opens an address and waits until the page is live.</summary>
    public async Task GoAsync(string address)
    {
        await page.GotoAsync(address);
        await Expect(page.Locator("#content[data-live]")).ToBeVisibleAsync();
    }

    public async Task SignInAsync(string email, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel(texts.SignIn.Email).FillAsync(email);
        await page.GetByLabel(texts.SignIn.Password).FillAsync(password);
        await page.GetByRole(AriaRole.Button, Named(texts.SignIn.Submit)).ClickAsync();
    }

    public async Task ChangePasswordAsync(string current, string wanted)
    {
        await page.GetByLabel(texts.SignIn.Current, Exactly).FillAsync(current);
        await page.GetByLabel(texts.SignIn.New, Exactly).FillAsync(wanted);
        await page.GetByLabel(texts.SignIn.Repeat, Exactly).FillAsync(wanted);
        await page.GetByRole(AriaRole.Button, Named(texts.SignIn.Change)).ClickAsync();
    }

    /// <summary>Goes to a page by its entry in the menu.</summary>
    public async Task ChooseAsync(string entry)
    {
        if (screen.IsPhone)
        {
            await page.GetByRole(AriaRole.Button, Named(texts.Frame.OpenMenu)).ClickAsync();
        }

        await page.Locator(".pages").GetByRole(AriaRole.Link, new() { Name = entry, Exact = true }).ClickAsync();
    }

    public async Task OpenChatAsync(string address = "/chat")
    {
        await page.GotoAsync(address);
        await ShouldBeAtChatAsync();
    }

    public Task ShouldBeAtChatAsync() => Expect(page.Locator(".chat[data-live]")).ToBeVisibleAsync();

    /// <summary>Sends a question and waits until it stands in the conversation.</summary>
    public async Task SendAsync(string question)
    {
        var box = page.GetByLabel(texts.Chat.Question, Exactly);
        await box.FillAsync(question);
        if (screen.IsPhone)
        {
            await page.GetByRole(AriaRole.Button, Named(texts.Chat.Send)).ClickAsync();
        }
        else
        {
            await box.PressAsync("Enter");
        }

        await Expect(LastTurn.Locator(".chat-question")).ToContainTextAsync(question);
    }

    /// <summary>Sends a question and waits for the whole answer.</summary>
    public async Task<ILocator> AskAsync(string question)
    {
        await SendAsync(question);
        await Expect(LastTurn.Locator(".chat-actions")).ToBeVisibleAsync();
        return LastTurn.Locator(".chat-answer");
    }

    /// <summary>Opens the list of conversations, which is beside the chat on a large screen.</summary>
    public async Task OpenConversationsAsync()
    {
        if (screen.IsPhone)
        {
            await page.GetByRole(AriaRole.Button, Named(texts.Chat.Conversations)).ClickAsync();
        }

        await Expect(page.Locator("#conversations")).ToBeVisibleAsync();
    }

    /// <summary>Nothing keeps people from using the page, and its body never scrolls sideways.</summary>
    public async Task ShouldBeUsableAsync(string name)
    {
        await ScreenshotAsync(name);
        (await Accessibility.ViolationsAsync(page, axe)).ShouldBeEmpty($"{name} on a {screen.Name}");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(screen.Width, $"{name} on a {screen.Name}");
    }

    /// <summary>Writes a picture where BOTKB_SCREENSHOTS names a folder.</summary>
    public async Task ScreenshotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("BOTKB_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{screen.Name}-{texts.Language}-{name}.png") });
        }
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    public static PageGetByRoleOptions Named(string name) => new() { Name = name, Exact = true };

    private static PageGetByLabelOptions Exactly => new() { Exact = true };
}
