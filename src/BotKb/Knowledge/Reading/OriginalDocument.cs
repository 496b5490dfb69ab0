namespace BotKb.Knowledge.Reading;

/// <summary>The file that a document was read from; whoever asked for it disposes it.</summary>
/// <param name="FileName">Its own name.</param>
/// <param name="Content">Its bytes as they are now.</param>
public sealed record OriginalDocument(string FileName, Stream Content) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
