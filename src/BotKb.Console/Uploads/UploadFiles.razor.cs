using BotKb.Knowledge.Uploads;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace BotKb.WebConsole.Uploads;

/// <summary>Uploads files to a knowledge base, for the page of an admin.</summary>
public sealed partial class UploadFiles(IJSRuntime script, AntiforgeryStateProvider antiforgery, IOptions<UploadOptions> options)
    : ComponentBase, IAsyncDisposable
{
    private readonly Dictionary<int, UploadRow> _rows = [];
    private readonly List<int> _order = [];
    private ElementReference _area;
    private DotNetObjectReference<UploadFiles>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _sender;
    private string _readers = "everyone";
    private int _ended;
    private int _refused;

    /// <summary>The knowledge base.</summary>
    [Parameter, EditorRequired]
    public long KnowledgeBaseId { get; set; }

    /// <summary>The language of the page, e.g. <c>zh</c>.</summary>
    [Parameter, EditorRequired]
    public required string Language { get; set; }

    /// <summary>Called after a file has been stored.</summary>
    [Parameter]
    public EventCallback OnStored { get; set; }

    private IOptions<UploadOptions> Options => options;

    private UploadTexts Texts => UploadTexts.Of(Language);

    private bool IsPlaceKnown => UploadEndpoints.Place(KnowledgeBaseId, _readers) is not null;

    /// <summary>Called by the script: files were chosen or dropped.</summary>
    /// <returns>What to upload of them; null where nobody knows who may read them.</returns>
    [JSInvokable]
    public UploadOrder? Choose(ChosenFile[] files)
    {
        if (!IsPlaceKnown || antiforgery.GetAntiforgeryToken() is not { } token)
        {
            return null;
        }

        foreach (var file in files)
        {
            _order.Add(file.Key);
            _rows[file.Key] = new UploadRow(file.Name, 0, null, null);
            if (file.Size > options.Value.MaxFileBytes)
            {
                End(file.Key, Texts.Reason(UploadRefusal.TooLarge, options.Value.MaxFileMegabytes));
            }
        }

        StateHasChanged();
        var keys = files.Where(file => _rows[file.Key].IsStored is null).Select(file => file.Key).ToList();
        return new UploadOrder(keys, Url(), token.Value);
    }

    /// <summary>Called by the script: so much of a file is sent.</summary>
    [JSInvokable]
    public void Progress(int key, int percent)
    {
        if (_rows.TryGetValue(key, out var row) && row.IsStored is null)
        {
            _rows[key] = row with { Percent = Math.Clamp(percent, 0, 100) };
            StateHasChanged();
        }
    }

    /// <summary>Called by the script: a file has ended; without a reason although it is not stored, the connection broke.</summary>
    [JSInvokable]
    public async Task EndedAsync(int key, bool isStored, string? reason)
    {
        if (_rows.TryGetValue(key, out var row) && row.IsStored is null)
        {
            End(key, isStored ? null : reason ?? Texts.NoConnection);
            StateHasChanged();
            if (isStored)
            {
                await OnStored.InvokeAsync();
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_sender is not null)
            {
                await _sender.InvokeVoidAsync("dispose");
                await _sender.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its script with it.
        }

        _self?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await script.InvokeAsync<IJSObjectReference>("import", "./_content/BotKb.Console/js/upload.js");
            _sender = await _module.InvokeAsync<IJSObjectReference>("attach", _area, _self);
        }
    }

    private string Url() =>
        $"api/knowledge-bases/{KnowledgeBaseId}/uploads?language={Uri.EscapeDataString(Language)}&readers={Uri.EscapeDataString(_readers)}";

    private void End(int key, string? reason)
    {
        _rows[key] = _rows[key] with { IsStored = reason is null, Reason = reason };
        _ended++;
        _refused += reason is null ? 0 : 1;
    }
}
