namespace BotKb.Quality.Sets;

/// <summary>Documents, questions and the judgements between them.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Documents">From corpus.jsonl.</param>
/// <param name="Queries">From queries.jsonl.</param>
/// <param name="Relevant">From qrels.tsv.</param>
/// <param name="CrossLingual">From qrels_crosslingual.tsv: the relevant documents in the other language; null where there is none.</param>
public sealed record RetrievalSet(
    string Name,
    IReadOnlyList<CorpusDocument> Documents,
    IReadOnlyList<EvaluationQuery> Queries,
    Judgements Relevant,
    Judgements? CrossLingual)
{
    private const string CrossLingualFile = "qrels_crosslingual.tsv";

    /// <summary>Reads a folder.</summary>
    /// <exception cref="BotKbException">A file is missing or broken; the message names the file and the line.</exception>
    public static async Task<RetrievalSet> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var crossLingual = Path.Combine(folder, CrossLingualFile);
        return new RetrievalSet(
            NameOf(folder),
            await ReadCorpusAsync(folder, cancellationToken),
            await ReadQueriesAsync(Path.Combine(folder, "queries.jsonl"), cancellationToken),
            await Judgements.ReadAsync(Path.Combine(folder, "qrels.tsv"), cancellationToken),
            File.Exists(crossLingual) ? await Judgements.ReadAsync(crossLingual, cancellationToken) : null);
    }

    internal static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    internal static Task<IReadOnlyList<CorpusDocument>> ReadCorpusAsync(string folder, CancellationToken cancellationToken) =>
        DataSetFile.ReadDistinctAsync(Path.Combine(folder, "corpus.jsonl"), CorpusDocument.Read, cancellationToken);

    internal static Task<IReadOnlyList<EvaluationQuery>> ReadQueriesAsync(string path, CancellationToken cancellationToken) =>
        DataSetFile.ReadDistinctAsync(path, EvaluationQuery.Read, cancellationToken);
}
