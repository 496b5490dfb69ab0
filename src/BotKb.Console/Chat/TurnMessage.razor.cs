using Microsoft.AspNetCore.Components;

namespace BotKb.WebConsole.Chat;

/// <summary>One question and its reply.</summary>
public sealed partial class TurnMessage : ComponentBase
{
    private (ShownTurn?, bool, string?, ChatTexts?) _drawn;
    private string? copy;

    /// <summary>What to show.</summary>
    [Parameter, EditorRequired]
    public required ShownTurn Turn { get; set; }

    /// <summary>True for the turn that is answered now; an open one after it waits.</summary>
    [Parameter]
    public bool IsNext { get; set; }

    /// <summary>The knowledge base that was asked, where it needs saying.</summary>
    [Parameter]
    public string? KnowledgeBase { get; set; }

    /// <summary>The texts in the person's language.</summary>
    [Parameter, EditorRequired]
    public required ChatTexts Texts { get; set; }

    /// <summary>Called with the turn that is to be stopped.</summary>
    [Parameter]
    public EventCallback<long> OnStop { get; set; }

    /// <summary>Keeps a rating: turn, rating, comment; false where that was not possible.</summary>
    [Parameter, EditorRequired]
    public required Func<long, int, string, Task<bool>> OnRate { get; set; }

    /// <inheritdoc/>
    protected override bool ShouldRender() => _drawn != Now;

    /// <inheritdoc/>
    protected override void OnParametersSet() =>
        copy = Turn is { IsOpen: false, IsWithheld: false, Reply: { } reply } ? AnswerCopy.Of(reply, Texts) : null;

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender) => _drawn = Now;

    private (ShownTurn?, bool, string?, ChatTexts?) Now => (Turn, IsNext, KnowledgeBase, Texts);
}
