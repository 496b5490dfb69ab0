using BotKb.Simulators.OpenAi;
using BotKb.WebConsole.Documents;
using BotKb.WebConsole.Texts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BotKb.EndToEndTests.Browser;

/// <summary>Every page on both screens, in light and dark: axe-core finds nothing serious, and nothing scrolls sideways.</summary>
[Collection(InOneBrowser.Name)]
public sealed class UsablePagesTests(SharedChromium chromium, SampleConsole samples) : IClassFixture<SampleConsole>
{
    [Theory]
    [InlineData("desktop", "en", false)]
    [InlineData("desktop", "zh", true)]
    [InlineData("phone", "zh", false)]
    [InlineData("phone", "en", true)]
    public async Task Nothing_keeps_people_from_using_a_page(string screen, string language, bool isDark)
    {
        samples.Console.Model.Play(new OpenAiScript());
        var look = isDark ? "-dark" : "";
        await using var person = await samples.OpenAsync(chromium, Screen.Of(screen), ConsoleTexts.Of(language), isDark: isDark);
        await AsNobodyAsync(person, look);
        await ShouldBeUsableAsync(person, "/account", "account" + look);
        await ShouldBeUsableAsync(person, "/admin/knowledge-bases", "knowledge-bases" + look);
        await person.Page.Locator("tbody a").First.ClickAsync();
        await Expect(person.Page.GetByText("employee-handbook.pdf")).ToBeVisibleAsync();
        await person.ShouldBeUsableAsync("knowledge-base" + look);
        await ShouldBeUsableAsync(person, "/admin/members", "members" + look);
        await ShouldBeUsableAsync(person, "/admin/index", "index" + look);
        await SearchAsync(person, "search" + look);
        await ChatAsync(person, look);
        await person.Page.GotoAsync("/no/such/page");
        await person.ShouldBeUsableAsync("not-found" + look);
        await person.Page.GotoAsync("/change-password");
        await person.ShouldBeUsableAsync("change-own-password" + look);
    }

    private async Task AsNobodyAsync(Person person, string look)
    {
        await using var nobody = await chromium.OpenAsync(samples.Console.Host.Address, person.Screen, person.Texts, isDark: look.Length > 0);
        await nobody.Page.GotoAsync("/sign-in");
        await nobody.ShouldBeUsableAsync("sign-in" + look);
        await nobody.SignInAsync("nobody@example.com", "wrong password");
        await Expect(nobody.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await nobody.ShouldBeUsableAsync("sign-in-wrong" + look);
    }

    private static async Task ShouldBeUsableAsync(Person person, string address, string name)
    {
        await person.GoAsync(address);
        await person.ShouldBeUsableAsync(name);
    }

    private static async Task SearchAsync(Person person, string name)
    {
        await person.GoAsync("/admin/search");
        await person.Page.GetByLabel(person.Texts.Search.Question).FillAsync("annual leave");
        await person.Page.GetByRole(AriaRole.Button, Person.Named(person.Texts.Search.Submit)).ClickAsync();
        await Expect(person.Page.Locator(".hit").First).ToBeVisibleAsync();
        await person.ShouldBeUsableAsync(name);
    }

    private static async Task ChatAsync(Person person, string look)
    {
        await person.OpenChatAsync();
        await person.ShouldBeUsableAsync("chat-empty" + look);
        await person.AskAsync("How many days of annual leave can I carry over?");
        await person.AskAsync("报销单要在出差后几天内提交？");
        await person.ShouldBeUsableAsync("chat" + look);
        await person.OpenConversationsAsync();
        await person.ShouldBeUsableAsync("conversations" + look);
        var address = await person.LastTurn.Locator(".chat-mark").First.GetAttributeAsync("href");
        await person.GoAsync("/" + address);
        await Expect(person.Page.Locator("[data-live=passage]")).ToBeVisibleAsync();
        await Expect(person.Page.Locator("mark").First).ToBeInViewportAsync();
        await person.ShouldBeUsableAsync("document" + look);
        await person.Page.GotoAsync("/documents/999999");
        await Expect(person.Page.GetByText(DocumentTexts.Of(person.Texts.Language).NotFound)).ToBeVisibleAsync();
        await person.ShouldBeUsableAsync("document-missing" + look);
    }
}
