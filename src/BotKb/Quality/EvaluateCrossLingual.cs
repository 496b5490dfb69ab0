using BotKb.Quality.Figures;
using BotKb.Quality.Sets;
using BotKb.Retrieval;

namespace BotKb.Quality;

/// <summary>
/// Measures questions in one language about documents in the other. Each language has a knowledge base of its own, so that only the
/// documents of the relevant one's language compete; the mixed figures search both.
/// </summary>
/// <param name="knowledge">Holds the documents while they are measured.</param>
/// <param name="search">The product's search.</param>
/// <param name="time">Measures the searches.</param>
public sealed class EvaluateCrossLingual(IThrowAwayKnowledge knowledge, IPassageSearch search, TimeProvider time)
{
    private const string ZhToEn = "zhToEn";
    private const string EnToZh = "enToZh";
    private const string Mixed = "mixed";

    /// <summary>Loads the sets and asks their questions.</summary>
    /// <param name="sets">The data sets, each with cross-language judgements; their names differ.</param>
    /// <param name="passagesInUse">How many passages an answer asks the search for; the duration is measured with it.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends the evaluation.</param>
    /// <returns>The figures of each set, in the order of <paramref name="sets"/>, and all rankings.</returns>
    /// <exception cref="BotKbException">A set lacks cross-language judgements, or a document's language.</exception>
    public async Task<RetrievalRun<CrossLingualFigures>> RunAsync(
        IReadOnlyList<RetrievalSet> sets,
        int passagesInUse,
        IProgress<EvaluationProgress> progress,
        CancellationToken cancellationToken)
    {
        RetrievalCheck.DistinctNames(sets);
        var judged = sets.Select(set => (set.Name, Queries: CrossLingualSelection.Of(set))).ToList();
        var files = sets.SelectMany(set => CorpusFile.Of(set.Name, set.Documents)).ToList();
        progress.Report(new EvaluationProgress("Loading", 0, files.Count));
        var (english, englishRow) = await LoadAsync(files, LanguageTag.English, cancellationToken);
        var (chinese, chineseRow) = await LoadAsync(files, LanguageTag.Chinese, cancellationToken);
        var toEnglish = Ask(english, [englishRow]);
        var toChinese = Ask(chinese, [chineseRow]);
        var toBoth = Ask([.. english, .. chinese], [englishRow, chineseRow]);

        var figures = new List<CrossLingualFigures>();
        var lines = new List<RunLine>();
        foreach (var (name, queries) in judged)
        {
            var zhToEn = await toEnglish.RunAsync(name, ZhToEn, queries.ZhToEn, cancellationToken);
            var enToZh = await toChinese.RunAsync(name, EnToZh, queries.EnToZh, cancellationToken);
            var mixedZhToEn = await toBoth.RunAsync(name, Mixed, queries.ZhToEn, cancellationToken);
            var mixedEnToZh = await toBoth.RunAsync(name, Mixed, queries.EnToZh, cancellationToken);
            figures.Add(new CrossLingualFigures(
                name,
                zhToEn.ToFigures(),
                enToZh.ToFigures(),
                new DirectionFigures(mixedZhToEn.ToFigures(), mixedEnToZh.ToFigures())));
            lines.AddRange([.. zhToEn.Lines, .. enToZh.Lines, .. mixedZhToEn.Lines, .. mixedEnToZh.Lines]);
        }

        return new RetrievalRun<CrossLingualFigures>(figures, lines);

        AskQuestions Ask(IReadOnlyList<CorpusFile> competing, IReadOnlyList<long> rows) =>
            new(new DocumentRanking(search, competing, rows, time), passagesInUse, progress);
    }

    private async Task<(IReadOnlyList<CorpusFile> Files, long Row)> LoadAsync(
        List<CorpusFile> files,
        string language,
        CancellationToken cancellationToken)
    {
        var competing = files.FindAll(file => file.Document.Language == language);
        return (competing, await knowledge.LoadAsync(new CorpusSource(competing), cancellationToken));
    }
}
