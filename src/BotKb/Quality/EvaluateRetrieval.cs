using BotKb.Quality.Figures;
using BotKb.Quality.Sets;
using BotKb.Retrieval;

namespace BotKb.Quality;

/// <summary>
/// Measures how well the search finds the documents of data sets, through the product's own indexing and search. Several sets share
/// one knowledge base. Everything is searched as a person about whom nothing is known.
/// </summary>
/// <param name="knowledge">Holds the documents while they are measured.</param>
/// <param name="search">The product's search.</param>
/// <param name="time">Measures the searches.</param>
public sealed class EvaluateRetrieval(IThrowAwayKnowledge knowledge, IPassageSearch search, TimeProvider time)
{
    /// <summary>Loads the sets and asks their questions.</summary>
    /// <param name="sets">The data sets; their names differ.</param>
    /// <param name="passagesInUse">How many passages an answer asks the search for; the duration is measured with it.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends the evaluation.</param>
    /// <returns>The figures of each set, in the order of <paramref name="sets"/>, and all rankings.</returns>
    /// <exception cref="BotKbException">A set holds no judged question, or two sets have the same name.</exception>
    public async Task<RetrievalRun<RetrievalFigures>> RunAsync(
        IReadOnlyList<RetrievalSet> sets,
        int passagesInUse,
        IProgress<EvaluationProgress> progress,
        CancellationToken cancellationToken)
    {
        RetrievalCheck.DistinctNames(sets);
        var files = sets.SelectMany(set => CorpusFile.Of(set.Name, set.Documents)).ToList();
        progress.Report(new EvaluationProgress("Loading", 0, files.Count));
        var row = await knowledge.LoadAsync(new CorpusSource(files), cancellationToken);
        var ranking = new DocumentRanking(search, files, [row], time);
        var asking = new AskQuestions(ranking, passagesInUse, progress);
        var runs = new List<SetRun>();
        foreach (var set in sets)
        {
            var judged = RetrievalCheck.Judged(set, set.Relevant, "qrels.tsv");
            runs.Add(await asking.RunAsync(set.Name, set.Name, judged, cancellationToken));
        }

        return new RetrievalRun<RetrievalFigures>([.. runs.Select(run => run.ToFigures())], [.. runs.SelectMany(run => run.Lines)]);
    }
}
