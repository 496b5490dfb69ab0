namespace BotKb.Data;

/// <summary>
/// The vectors of one embedding model over all chunks; they lie in a table of their own, <see cref="Retrieval.Dense.DenseTable"/>. At most
/// one index is searched and at most one is being built.
/// </summary>
public sealed class EmbeddingIndex
{
    public long Id { get; set; }

    /// <summary>The <see cref="Retrieval.Dense.IEmbeddingModel.Key"/> of its vectors.</summary>
    public required string ModelKey { get; set; }

    /// <summary>The <see cref="Retrieval.Dense.IEmbeddingModel.Settings"/>; never a secret.</summary>
    public required string Settings { get; set; }

    /// <summary>Components of a vector.</summary>
    public int Dimension { get; set; }

    /// <summary>One of <see cref="Retrieval.Dense.DenseIndexState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Why it does not get on, for the admin; null where nothing is wrong.</summary>
    public string? Failure { get; set; }

    /// <summary>When it came into this state.</summary>
    public DateTimeOffset Since { get; set; }
}
