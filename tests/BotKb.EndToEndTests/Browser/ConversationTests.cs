using BotKb.Simulators.OpenAi;
using BotKb.WebConsole.Texts;
using Microsoft.Playwright;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace BotKb.EndToEndTests.Browser;

/// <summary>What people do with an answer while it comes and after it has come.</summary>
[Collection(InOneBrowser.Name)]
public sealed class ConversationTests(SharedChromium chromium, SampleConsole samples) : IClassFixture<SampleConsole>
{
    private const string Question = "How many days of annual leave can I carry over?";
    private const string Answer =
        "Up to five days of annual leave can be carried over into the next year. They must be used by the end of March. "
        + "After that they are lost, unless your manager asked you in writing to postpone them.";

    private static readonly OpenAiScript Slow = new() { Text = Answer, TokensPerSecond = 8 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("desktop", "en")]
    [InlineData("phone", "zh")]
    public async Task Stop_button_ends_the_answer_and_keeps_what_was_said(string screen, string language)
    {
        samples.Console.Model.Play(Slow);
        await using var person = await samples.OpenAsync(chromium, Screen.Of(screen), ConsoleTexts.Of(language));
        await person.OpenChatAsync();
        await person.SendAsync(Question);
        await Expect(person.LastTurn.Locator(".chat-text")).ToContainTextAsync("Up to five days");
        await person.ScreenshotAsync("chat-answering");

        await person.Page.GetByRole(AriaRole.Button, Person.Named(person.Texts.Chat.Stop)).ClickAsync();

        await Expect(person.LastTurn).ToContainTextAsync(person.Texts.Chat.Stopped);
        await Expect(person.LastTurn.Locator(".chat-text")).ToContainTextAsync("Up to five days");
        await Expect(person.LastTurn).Not.ToContainTextAsync("postpone them");
    }

    [Fact]
    public async Task Thumbs_down_takes_a_comment_that_is_kept()
    {
        samples.Console.Model.Play(new OpenAiScript());
        await using var person = await samples.OpenAsync(chromium, Screen.Phone, ConsoleTexts.English);
        var (page, texts) = (person.Page, person.Texts.Chat);
        await person.OpenChatAsync();
        await person.AskAsync(Question);

        await page.GetByRole(AriaRole.Button, Person.Named(texts.Bad)).ClickAsync();
        await page.GetByLabel(texts.WhatWasWrong).FillAsync("Managers have other rules.");
        await person.ShouldBeUsableAsync("chat-comment");
        await page.GetByRole(AriaRole.Button, new() { Name = texts.SendComment, Exact = true }).First.ClickAsync();
        await Expect(page.GetByText(texts.Thanks)).ToBeVisibleAsync();
        await Expect(page.GetByLabel(texts.WhatWasWrong)).ToBeHiddenAsync();

        (await CommentsAsync()).ShouldContain("Managers have other rules.");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Button, Person.Named(texts.Bad))).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task Two_tabs_show_the_same_conversation()
    {
        samples.Console.Model.Play(new OpenAiScript());
        await using var person = await samples.OpenAsync(chromium, Screen.Desktop, ConsoleTexts.English);
        await person.OpenChatAsync();
        await person.AskAsync(Question);
        var other = await person.NewTabAsync();
        await other.OpenChatAsync(new Uri(person.Page.Url).AbsolutePath);
        await Expect(other.Page.Locator(".chat-turn")).ToHaveCountAsync(1);

        samples.Console.Model.Play(Slow);
        await person.SendAsync("How long is paternity leave?");

        await Expect(other.Page.Locator(".chat-turn")).ToHaveCountAsync(2);
        await Expect(other.LastTurn.Locator(".chat-text")).ToContainTextAsync("Up to five days");
        await Expect(other.LastTurn.Locator(".chat-answer")).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(other.LastTurn.Locator(".chat-actions")).ToBeVisibleAsync();
        await Expect(person.LastTurn.Locator(".chat-actions")).ToBeVisibleAsync();
        (await other.LastTurn.Locator(".chat-text").TextContentAsync()).ShouldBe(await person.LastTurn.Locator(".chat-text").TextContentAsync());
    }

    [Fact]
    public async Task Lost_connection_is_said_and_the_answer_is_whole_when_it_is_back()
    {
        samples.Console.Model.Play(Slow);
        await using var wire = new Wire(samples.Console.Host.Address);
        await using var person = await samples.OpenAsync(chromium, Screen.Desktop, ConsoleTexts.English, wire.Address);
        await person.OpenChatAsync();
        await person.SendAsync(Question);
        await Expect(person.LastTurn.Locator(".chat-text")).ToContainTextAsync("Up to");

        wire.Cut();
        await Expect(person.Page.GetByText(person.Texts.Frame.Reconnecting)).ToBeVisibleAsync();
        await person.ScreenshotAsync("chat-reconnecting");
        wire.Mend();

        await Expect(person.LastTurn.Locator(".chat-text")).ToContainTextAsync("unless your manager asked you in writing to postpone them.");
        await Expect(person.Page.Locator(".chat-turn")).ToHaveCountAsync(1);
        await Expect(person.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        await person.AskAsync("How long is paternity leave?");
    }

    [Fact]
    public async Task Member_sees_no_admin_entries()
    {
        await using var admin = await samples.OpenAsync(chromium, Screen.Desktop, ConsoleTexts.English);
        var texts = admin.Texts;
        await admin.GoAsync("/admin/members");
        await admin.Page.GetByLabel(texts.Members.Email).FillAsync("anna@example.com");
        await admin.Page.GetByLabel(texts.Members.Name).FillAsync("Anna");
        await admin.Page.GetByRole(AriaRole.Button, Person.Named(texts.Members.Add)).ClickAsync();
        var password = await admin.Page.Locator(".password").TextContentAsync();

        await using var anna = await chromium.OpenAsync(samples.Console.Host.Address, Screen.Desktop, ConsoleTexts.Chinese);
        await anna.SignInAsync("anna@example.com", password!);
        await anna.ChangePasswordAsync(password!, "four other words nobody combines");
        await anna.ShouldBeAtChatAsync();

        await Expect(anna.Page.Locator(".pages").GetByRole(AriaRole.Link)).ToHaveTextAsync([anna.Texts.Frame.Chat]);
        await anna.Page.GotoAsync("/admin/members");
        await Expect(anna.Page.GetByText(anna.Texts.Frame.NotAllowed)).ToBeVisibleAsync();
        await anna.ShouldBeUsableAsync("not-allowed");
    }

    private async Task<IReadOnlyList<string>> CommentsAsync()
    {
        await using var connection = await EmbeddedPostgres.Database.OpenAsync(samples.Console.BotKb.Lease.ConnectionString, Cancelled);
        await using var command = new NpgsqlCommand("select comment from feedback where rating = -1", connection);
        await using var reader = await command.ExecuteReaderAsync(Cancelled);
        var comments = new List<string>();
        while (await reader.ReadAsync(Cancelled))
        {
            comments.Add(reader.GetString(0));
        }

        return comments;
    }
}
