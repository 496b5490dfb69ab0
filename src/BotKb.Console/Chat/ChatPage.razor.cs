using System.Globalization;
using BotKb.Conversations;
using BotKb.Knowledge;
using BotKb.Quality;
using BotKb.Replies;
using BotKb.WebConsole.Access;
using BotKb.WebConsole.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.AI;
using Microsoft.JSInterop;

namespace BotKb.WebConsole.Chat;

/// <summary>The page of the web chat: what it shows and how it begins and ends.</summary>
public sealed partial class ChatPage(
    Inbox inbox,
    ConversationCatalog catalog,
    LiveReplies live,
    RateAnswer rating,
    KnowledgeBaseCatalog knowledge,
    ICurrentReader current,
    IJSRuntime script,
    NavigationManager navigation,
    TimeProvider time,
    IChatClient? model = null) : ComponentBase, IAsyncDisposable
{
    private const int ListedAtOnce = 50;

    private readonly CancellationTokenSource _leaving = new();
    private CancellationTokenSource _thisThread = new();
    private ChatThread _thread = new(null);
    private IReadOnlyList<ConversationSummary> _conversations = [];
    private IReadOnlyList<ReadableKnowledgeBase> _knowledgeBases = [];
    private int _listed = ListedAtOnce;
    private long? _knowledgeBase;
    private ChatMemory? _memory;
    private bool _isListOpen;
    private bool _isQuoteNoteDue;
    private string? _problem;
    private string? _announcement;
    private ElementReference _root;
    private DotNetObjectReference<ChatPage>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _attached;
    private Func<long, int, string, Task<bool>> _rate = null!; // Set before the first rendering.

    /// <summary>The conversation's row; null for a new one.</summary>
    [Parameter]
    public long? Id { get; set; }

    /// <summary>The texts in the person's language.</summary>
    [CascadingParameter]
    public required ConsoleTexts AllTexts { get; set; }

    private ChatTexts Texts => AllTexts.Chat;

    private string Heading => _conversations.Where(row => row.Id == _thread.Id).Select(row => row.Title).FirstOrDefault() ?? (_thread.Id is null ? Texts.New : Texts.Title);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _thisThread.Dispose();
        _leaving.Dispose();
        _sending.Dispose();
        try
        {
            if (_attached is not null && _module is not null)
            {
                await _attached.InvokeVoidAsync("dispose");
                await _attached.DisposeAsync();
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the script with it.
        }

        _self?.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _rate = RateAsync;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_thread.IsLoaded && _thread.Id == Id)
        {
            return;
        }

        await _thisThread.CancelAsync();
        _thisThread.Dispose();
        _thisThread = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        _thread = new ChatThread(Id);
        (_problem, _announcement) = (null, null);
        await OpenAsync(_thread, _thisThread.Token);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _module = await script.InvokeAsync<IJSObjectReference>("import", _leaving.Token, "./_content/BotKb.Console/js/chat.js");
        _attached = await _module.InvokeAsync<IJSObjectReference>("attach", _leaving.Token, _root, _self, WebChat.LongestQuestion);
        _memory = await _attached.InvokeAsync<ChatMemory>("remembered", _leaving.Token);
        _isQuoteNoteDue = model is null && !_memory.IsQuoteNoteKnown;
        ChooseKnowledgeBase();
        StateHasChanged();
    }

    private string? NameToShow(ShownTurn turn) => _knowledgeBases.Count < 2 ? null : string.Join(
        ", ", _knowledgeBases.Where(row => turn.KnowledgeBases.Contains(row.Id)).Select(row => row.Name));

    private async Task ChooseAsync(ChangeEventArgs change)
    {
        _knowledgeBase = long.Parse((string)change.Value!, CultureInfo.InvariantCulture); // A select always has a value.
        _isChosen = true;
        if (_attached is not null)
        {
            await _attached.InvokeVoidAsync("remember", _leaving.Token, _knowledgeBase);
        }
    }

    private async Task DismissAsync()
    {
        _isQuoteNoteDue = false;
        if (_attached is not null)
        {
            await _attached.InvokeVoidAsync("knowQuoteNote", _leaving.Token);
        }
    }

    // What the person chose, else what the conversation asked last, else what was asked last at all.
    private void ChooseKnowledgeBase()
    {
        if (!_isChosen || !IsReadable(_knowledgeBase))
        {
            long? asked = _thread.Turns.LastOrDefault() is { KnowledgeBases: [var last, ..] } ? last : null;
            long?[] wanted = [asked, _memory?.KnowledgeBase, _knowledgeBase];
            _knowledgeBase = Array.Find(wanted, IsReadable) ?? (_knowledgeBases is [var first, ..] ? first.Id : null);
        }
    }

    private bool IsReadable(long? knowledgeBase) => _knowledgeBases.Any(row => row.Id == knowledgeBase);
}
