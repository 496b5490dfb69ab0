using BotKb.WebConsole.Accounts;
using BotKb.WebConsole.Frame;
using BotKb.WebConsole.Texts;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Npgsql;

namespace BotKb.Tests.WebConsole;

public sealed class PageGuardTests : IDisposable
{
    private readonly BunitContext _context = new();

    public PageGuardTests()
    {
        _context.Services.AddMudServices();
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public void Dispose() => _context.Dispose();

    [Fact]
    public void Unexpected_failure_shows_an_id_and_nothing_of_the_cause()
    {
        var page = Render(new InvalidOperationException("secret detail"), ConsoleTexts.English);

        page.Markup.ShouldContain(FrameTexts.English.Failed);
        page.Markup.ShouldNotContain("secret detail");
    }

    [Fact]
    public void Known_failure_is_said_in_its_own_sentence() =>
        Render(new BotKbException("The folder is gone."), ConsoleTexts.English).Markup.ShouldContain("The folder is gone.");

    [Fact]
    public void Database_that_is_away_is_said_in_the_persons_language() =>
        Render(new InvalidOperationException("x", new NpgsqlException("refused")), ConsoleTexts.Chinese).Markup
            .ShouldContain(FrameTexts.Chinese.DatabaseAway);

    [Fact]
    public void Role_that_was_taken_away_is_said() =>
        Render(new RoleMissingException(), ConsoleTexts.English).Markup.ShouldContain(FrameTexts.English.NotAllowed);

    [Fact]
    public void Session_that_has_ended_leads_to_the_sign_in()
    {
        Render(new SessionEndedException(), ConsoleTexts.English);

        _context.Services.GetRequiredService<NavigationManager>().Uri.ShouldContain("/sign-in?ended=1&returnUrl=");
    }

    private IRenderedComponent<CascadingValue<ConsoleTexts>> Render(Exception exception, ConsoleTexts texts) =>
        _context.Render<CascadingValue<ConsoleTexts>>(parameters => parameters.Add(value => value.Value, texts)
            .AddChildContent<PageGuard>(guard => guard.AddChildContent<Failing>(failing => failing.Add(one => one.Failure, exception))));

    private sealed class Failing : ComponentBase
    {
        [Parameter]
        public Exception? Failure { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (Failure is not null)
            {
                throw Failure;
            }
        }
    }
}
