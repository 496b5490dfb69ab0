namespace BotKb.Quality;

/// <summary>Asks questions of one ranking, one after the other, and measures each.</summary>
/// <param name="ranking">Ranks the documents.</param>
/// <param name="passagesInUse">How many passages an answer asks the search for.</param>
/// <param name="progress">Hears how far it is.</param>
internal sealed class AskQuestions(DocumentRanking ranking, int passagesInUse, IProgress<EvaluationProgress> progress)
{
    /// <summary>Asks the questions of one set.</summary>
    /// <param name="set">The data set's name.</param>
    /// <param name="tag">The last word of its run lines.</param>
    /// <param name="queries">The questions.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<SetRun> RunAsync(string set, string tag, IReadOnlyList<JudgedQuery> queries, CancellationToken cancellationToken)
    {
        var run = new SetRun(set, tag, ranking.Documents);
        if (queries.Count > 0)
        {
            // The first search after loading waits for the index; that is not a question's duration.
            await ranking.TimeAsync(queries[0].Query.Text, passagesInUse, cancellationToken);
        }

        for (var i = 0; i < queries.Count; i++)
        {
            var (query, gains) = queries[i];
            var milliseconds = await ranking.TimeAsync(query.Text, passagesInUse, cancellationToken);
            run.Add(query, gains, await ranking.RankAsync(query.Text, cancellationToken), milliseconds);
            progress.Report(new EvaluationProgress($"Asking {tag}", i + 1, queries.Count));
        }

        return run;
    }
}
