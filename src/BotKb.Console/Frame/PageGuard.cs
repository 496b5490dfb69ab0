using BotKb.Conversations;
using BotKb.WebConsole.Accounts;
using BotKb.WebConsole.Texts;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace BotKb.WebConsole.Frame;

/// <summary>Shows one sentence in the place of a page that failed, and leads a session that has ended to the sign-in.</summary>
public sealed class PageGuard : ErrorBoundaryBase
{
    private string _errorId = "";

    [Inject]
    public required ILogger<PageGuard> Logger { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public required ConsoleTexts Texts { get; set; }

    protected override Task OnErrorAsync(Exception exception)
    {
        switch (exception)
        {
            case SessionEndedException:
                var here = Uri.EscapeDataString(new Uri(Navigation.Uri).PathAndQuery);
                Navigation.NavigateTo($"{ConsolePaths.SignIn}?ended=1&returnUrl={here}", forceLoad: true);
                break;
            case RoleMissingException or OperationCanceledException:
                break;
            default:
                if (FailureSentence.Of(exception, Texts) is null)
                {
                    _errorId = FailureIds.New();
                    Logger.PageFailed(exception, _errorId);
                }

                break;
        }

        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<FailedPage>(1);
        builder.AddComponentParameter(2, nameof(FailedPage.Sentence), Sentence(CurrentException));
        builder.AddComponentParameter(3, nameof(FailedPage.Retry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    private string Sentence(Exception exception) => exception switch
    {
        SessionEndedException => Texts.Frame.SessionEnded,
        RoleMissingException => Texts.Frame.NotAllowed,
        _ => FailureSentence.Of(exception, Texts) ?? $"{Texts.Frame.Failed} {_errorId}",
    };
}
