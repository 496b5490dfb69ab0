namespace BotKb.Models.Embeddings;

/// <summary>The most texts of one request, lowered once an endpoint has shown that it takes fewer. Safe for concurrent use.</summary>
internal sealed class BatchLimit(int texts)
{
    private int _texts = texts;

    /// <summary>At least 1.</summary>
    public int Texts => Volatile.Read(ref _texts);

    /// <summary>The endpoint refused more than these and took these.</summary>
    public void Lower(int accepted)
    {
        int known;
        while ((known = Texts) > accepted)
        {
            Interlocked.CompareExchange(ref _texts, accepted, known);
        }
    }
}
