namespace BotKb.Retrieval.Dense;

/// <summary>
/// Names and types of one index of vectors. A chunk that is gone leaves its row until the next visit of <see cref="IndexVectors"/>, so
/// that nobody waits for a change of vectors; searches meet documents and chunks in SQL and never see such a row.
/// </summary>
/// <param name="Id">The row of <see cref="Data.EmbeddingIndex"/>.</param>
/// <param name="Dimension">Components of a vector.</param>
internal sealed record DenseTable(long Id, int Dimension)
{
    /// <summary>The most components that half precision can be indexed with.</summary>
    public const int MostComponents = 4_000;

    // pgvector indexes at most so many of full precision.
    private const int MostFullComponents = 2_000;

    // A row and its header have to fit into a page of 8 kB.
    private const int LargestInRow = 7_600;

    public string Name => $"dense_{Id}";

    /// <summary>The graph that large searches walk, where it exists.</summary>
    public string Graph => $"dense_{Id}_graph";

    public string Type => Dimension <= MostFullComponents ? "vector" : "halfvec";

    /// <summary>
    /// A one-dimensional real[] as a vector. The subquery is computed once, where a bare cast would be computed for each row.
    /// </summary>
    public string Vector(string parameter) => $"(select {parameter}::real[]::{Type})";

    /// <summary>Makes the table. Vectors stay in the row where they fit, as a scan reads them there without a second look.</summary>
    public IEnumerable<string> Create =>
    [
        $"""
        create table {Name} (
            chunk_id bigint primary key,
            document_id bigint not null,
            text_hash bytea not null,
            embedding {Type}({Dimension}),
            reason text)
        """,
        $"alter table {Name} alter column embedding set storage {(Bytes <= LargestInRow ? "plain" : "external")}",
        $"create index on {Name} (document_id)",
        $"create index on {Name} (text_hash)",
    ];

    /// <summary>Vectors have length 1, so the inner product orders them as the cosine does.</summary>
    public string CreateGraph =>
        $"create index if not exists {Graph} on {Name} using hnsw (embedding {Type}_ip_ops) with (m = 16, ef_construction = 100)";

    /// <summary>What a vector takes.</summary>
    public int Bytes => Dimension * (Type == "vector" ? 4 : 2);
}
