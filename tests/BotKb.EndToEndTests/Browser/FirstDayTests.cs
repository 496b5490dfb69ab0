using System.Text.Encodings.Web;
using System.Text.Json;
using BotKb.Simulators.OpenAi;
using BotKb.WebConsole.Texts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BotKb.EndToEndTests.Browser;

/// <summary>From the one-time password to answers, over a restart of the host: the first day with BotKb, in a real browser.</summary>
[Collection(InOneBrowser.Name)]
public sealed class FirstDayTests(SharedChromium chromium)
{
    private const string English = "How long are employee shares locked?";
    private const string EnglishFollowUp = "And how high is the discount on them?";
    private const string Chinese = "出差结束后多少天内提交报销单？";
    private const string ChineseFollowUp = "那逾期提交的呢？";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("desktop", "en")]
    [InlineData("desktop", "zh")]
    [InlineData("phone", "en")]
    [InlineData("phone", "zh")]
    public async Task Documents_are_uploaded_asked_about_and_found_again_after_a_restart(string screen, string language)
    {
        await using var console = new BrowserConsole();
        await console.InitializeAsync();
        await console.ServeAsync(withModel: false, Cancelled);
        await using var person = await chromium.OpenAsync(console.Host.Address, Screen.Of(screen), ConsoleTexts.Of(language));

        await SignInForTheFirstTimeAsync(person, console);
        await UploadAsync(person);
        await AskWithoutModelAsync(person);
        await RestartAsync(person, console);
        await ReadAgainAsync(person);
        await AskWithModelAsync(person, console.Model);
    }

    private static async Task SignInForTheFirstTimeAsync(Person person, BrowserConsole console)
    {
        await person.Page.GotoAsync("/");
        await person.ShouldBeUsableAsync("sign-in");
        await person.SignInAsync(console.First.Email, console.First.Password);
        await Expect(person.Page.GetByText(person.Texts.SignIn.MustChange)).ToBeVisibleAsync();
        await person.ShouldBeUsableAsync("change-password");
        await person.ChangePasswordAsync(console.First.Password, BrowserConsole.Password);
        await person.ShouldBeAtChatAsync();
        await person.ShouldBeUsableAsync("chat-without-documents");
    }

    private static async Task UploadAsync(Person person)
    {
        var (page, texts) = (person.Page, person.Texts.Knowledge);
        await page.GetByRole(AriaRole.Link, Person.Named(person.Texts.Chat.ToKnowledgeBases)).ClickAsync();
        await page.GetByLabel(texts.NewName).FillAsync("Handbook 员工手册");
        await page.GetByRole(AriaRole.Button, Person.Named(texts.Create)).ClickAsync();
        await page.GetByRole(AriaRole.Link, Person.Named("Handbook 员工手册")).ClickAsync();
        await Expect(page.Locator("[data-live=upload]")).ToBeVisibleAsync();
        string[] files = ["HR/benefits-overview.docx", "Finance/报销制度.pdf", "Products/price-list.xlsx", "Products/产品培训.pptx"];
        await page.Locator("[data-upload-input]").SetInputFilesAsync(files.Select(Samples.File));
        await page.Locator("[data-upload-input]").SetInputFilesAsync(
            new FilePayload { Name = "minutes.docx", MimeType = "", Buffer = (await File.ReadAllBytesAsync(Samples.File(files[0])))[..2_000] });

        // The page is live: nobody reloads it.
        var rows = page.GetByRole(AriaRole.Table, Person.Named(texts.Documents)).Locator("tbody tr");
        foreach (var name in files.Select(Path.GetFileName))
        {
            await Expect(rows.Filter(new() { HasText = name })).ToContainTextAsync(texts.StatusIndexed);
        }

        await Expect(rows.Filter(new() { HasText = "minutes.docx" })).ToContainTextAsync(texts.StatusCorrupt);
        await person.ShouldBeUsableAsync("knowledge-base-uploaded");
        await person.GoAsync(page.Url);
        await Expect(rows).ToHaveCountAsync(5);
        await rows.Last.ScrollIntoViewIfNeededAsync();
        await person.ShouldBeUsableAsync("knowledge-base-of-uploads");
        await person.ChooseAsync(person.Texts.Frame.Chat);
        await person.ShouldBeAtChatAsync();
    }

    private static async Task AskWithoutModelAsync(Person person)
    {
        await Expect(person.Page.GetByText(person.Texts.Chat.Quoted)).ToBeVisibleAsync();
        await Expect(await person.AskAsync(English)).ToContainTextAsync("three years");
        await Expect(await person.AskAsync(EnglishFollowUp)).ToContainTextAsync("15 percent");
        await Expect(await person.AskAsync(Chinese)).ToContainTextAsync("15 天内");
        await person.ShouldBeUsableAsync("chat-quoted");
        await ShouldOpenAtPageTwoAsync(person);
        await Expect(await person.AskAsync(ChineseFollowUp)).ToContainTextAsync("80%");
    }

    // A citation opens in a tab of its own, at its page, with its words marked and in sight.
    private static async Task ShouldOpenAtPageTwoAsync(Person person)
    {
        var opened = await person.Context.RunAndWaitForPageAsync(() => person.LastTurn.Locator(".chat-mark").First.ClickAsync());
        var document = person.At(opened);
        var mark = opened.Locator("mark").First;
        await Expect(mark).ToContainTextAsync("15 天内");
        await Expect(opened.GetByText(string.Format(null, person.Texts.Chat.Page, 2), new() { Exact = true })).ToBeVisibleAsync();
        await Expect(opened.Locator("[data-live=passage]")).ToBeVisibleAsync();
        await Expect(mark).ToBeInViewportAsync();
        await document.ShouldBeUsableAsync("document");
        await opened.CloseAsync();
    }

    // The page that was open notices the restart by itself: it is loaded anew.
    private static async Task RestartAsync(Person person, BrowserConsole console)
    {
        await person.Page.Locator(".chat").EvaluateAsync("chat => chat.dataset.before = ''");
        await console.ServeAsync(withModel: true, Cancelled);
        await Expect(person.Page.Locator(".chat[data-live]:not([data-before])")).ToBeVisibleAsync();
        await Expect(person.LastTurn.Locator(".chat-answer")).ToContainTextAsync("80%");
    }

    // The list leads back to the conversation.
    private static async Task ReadAgainAsync(Person person)
    {
        await person.OpenChatAsync();
        await person.OpenConversationsAsync();
        await person.ScreenshotAsync("conversations");
        await person.Page.Locator("#conversations").GetByRole(AriaRole.Link, new() { Name = English }).ClickAsync();
        await Expect(person.Page.Locator(".chat-turn")).ToHaveCountAsync(4);
        await Expect(person.Page.Locator(".chat-turn").First).ToContainTextAsync("three years");
        await Expect(person.LastTurn).ToContainTextAsync("80%");
    }

    private static async Task AskWithModelAsync(Person person, OpenAiSimulator model)
    {
        var talk = ModelTalk.Of(person.Texts);
        model.Play(new OpenAiScript { Text = talk.Answer, TokensPerSecond = 20 });
        await GrowingText.WatchAsync(person.Page);
        var answer = await person.AskAsync(talk.Question);
        await Expect(answer).ToContainTextAsync(talk.AnswerEnd);
        await Expect(answer.Locator(".chat-sources")).ToContainTextAsync(talk.Source);
        (await GrowingText.StatesAsync(person.Page)).ShouldBeGreaterThan(3);

        // The model first makes a question of the follow-up, which is then searched for.
        model.Play(new OpenAiScript { Texts = [talk.Rewritten], Text = talk.FollowUpAnswer, TokensPerSecond = 50 });
        await Expect((await person.AskAsync(talk.FollowUp)).Locator(".chat-sources")).ToContainTextAsync(talk.Source);
        model.Calls.Select(call => call.Body.ToJsonString(Readable)).ShouldContain(
            body => body.Contains(talk.Rewritten, StringComparison.Ordinal) && body.Contains("<passage", StringComparison.Ordinal));
        await person.ShouldBeUsableAsync("chat-answered");
    }
}
