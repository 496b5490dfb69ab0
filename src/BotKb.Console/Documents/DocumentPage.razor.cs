using System.Globalization;
using BotKb.WebConsole.Access;
using BotKb.Knowledge.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.JSInterop;

namespace BotKb.WebConsole.Documents;

/// <summary>The page of a document.</summary>
public sealed partial class DocumentPage(DocumentReading reading, ICurrentReader reader, IJSRuntime script) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ReadableDocument? _document;
    private bool _isRead;
    private bool _isShown;

    /// <summary>The document's row.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>The row of the passage to mark.</summary>
    [SupplyParameterFromQuery]
    public string? Chunk { get; set; }

    /// <summary>The words to mark.</summary>
    [SupplyParameterFromQuery]
    public string? Quote { get; set; }

    /// <summary>The position of the first passage to show.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>The language of the page, e.g. <c>zh</c>.</summary>
    [CascadingParameter(Name = "Language")]
    public string? Language { get; set; }

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private DocumentTexts Texts => DocumentTexts.Of(Language);

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var who = await reader.GetAsync(_leaving.Token);
        _document = await reading.OpenAsync(Id, Place(), who, _leaving.Token);
        _isRead = true;
        if (_document is null && HttpContext is { Response.HasStarted: false } context)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_document is not null && !_isShown)
        {
            _isShown = true;
            await ShowPassageAsync(_leaving.Token);
        }
    }

    // The browser went to the passage before the page was live, and lost its place when it was drawn anew.
    private async Task ShowPassageAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var module = await script.InvokeAsync<IJSObjectReference>(
                "import", cancellationToken, "./_content/BotKb.Console/js/document.js");
            await module.InvokeVoidAsync("show", cancellationToken, DocumentLink.Anchor);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
    }

    private DocumentPlace Place() => new(
        long.TryParse(Chunk, NumberStyles.None, CultureInfo.InvariantCulture, out var chunk) ? chunk : null,
        string.IsNullOrWhiteSpace(Quote) ? null : Quote,
        int.TryParse(From, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : null);

    // A source may name any address; only those of the web become links.
    private static string? SourceAddress(ReadableDocument document) =>
        Uri.TryCreate(document.Url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.AbsoluteUri
            : null;
}
