namespace BotKb.Quality.Sets;

/// <summary>Documents, the questions that they answer, and questions that they do not answer.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Documents">From corpus.jsonl.</param>
/// <param name="Answerable">From queries.jsonl, with the accepted answers where the data set holds them.</param>
/// <param name="Unanswerable">From unanswerable.jsonl: close to the documents, but not answered by them; may be empty.</param>
/// <param name="OffTopic">Questions about something else altogether; may be empty.</param>
public sealed record AnswerSet(
    string Name,
    IReadOnlyList<CorpusDocument> Documents,
    IReadOnlyList<EvaluationQuery> Answerable,
    IReadOnlyList<EvaluationQuery> Unanswerable,
    IReadOnlyList<EvaluationQuery> OffTopic)
{
    /// <summary>Reads a folder, and the questions of another data set as off-topic ones.</summary>
    /// <param name="folder">Holds corpus.jsonl, queries.jsonl and, where there are such questions, unanswerable.jsonl.</param>
    /// <param name="offTopicFile">A queries.jsonl about something else; null for none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="BotKbException">A file is missing or broken; the message names the file and the line.</exception>
    public static async Task<AnswerSet> ReadAsync(string folder, string? offTopicFile, CancellationToken cancellationToken)
    {
        var unanswerable = Path.Combine(folder, "unanswerable.jsonl");
        return new AnswerSet(
            RetrievalSet.NameOf(folder),
            await RetrievalSet.ReadCorpusAsync(folder, cancellationToken),
            await RetrievalSet.ReadQueriesAsync(Path.Combine(folder, "queries.jsonl"), cancellationToken),
            File.Exists(unanswerable) ? await RetrievalSet.ReadQueriesAsync(unanswerable, cancellationToken) : [],
            offTopicFile is null ? [] : await RetrievalSet.ReadQueriesAsync(offTopicFile, cancellationToken));
    }
}
