using BotKb.Answering;
using BotKb.Quality.Figures;
using BotKb.Quality.Metrics;
using BotKb.Quality.Sets;

namespace BotKb.Quality;

/// <summary>Measures answers and refusals, through the product's own indexing, search and answering.</summary>
/// <param name="knowledge">Holds the documents while they are measured.</param>
/// <param name="ask">Answers a question from one knowledge base, as a person about whom nothing is known.</param>
public sealed class EvaluateAnswers(IThrowAwayKnowledge knowledge, Func<string, long, CancellationToken, Task<Answer>> ask)
{
    /// <summary>Loads the documents and asks every question.</summary>
    /// <param name="set">The data set.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends the evaluation.</param>
    /// <returns>The figures, and what each question got.</returns>
    public async Task<AnswerRun> RunAsync(AnswerSet set, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        var files = CorpusFile.Of(set.Name, set.Documents);
        progress.Report(new EvaluationProgress("Loading", 0, files.Count));
        var row = await knowledge.LoadAsync(new CorpusSource(files), cancellationToken);
        var ids = files.ToDictionary(file => file.Path, file => file.Document.Id, StringComparer.Ordinal);
        List<(EvaluationQuery Query, QuestionKind Kind)> questions =
        [
            .. set.Answerable.Select(query => (query, QuestionKind.Answerable)),
            .. set.Unanswerable.Select(query => (query, QuestionKind.Unanswerable)),
            .. set.OffTopic.Select(query => (query, QuestionKind.OffTopic)),
        ];
        var rows = new List<AnswerRow>();
        foreach (var (query, kind) in questions)
        {
            rows.Add(RowOf(query, kind, await ask(query.Text, row, cancellationToken), ids));
            progress.Report(new EvaluationProgress("Asking", rows.Count, questions.Count));
        }

        return new AnswerRun(FiguresOf(set, rows), rows);
    }

    private static AnswerRow RowOf(EvaluationQuery query, QuestionKind kind, Answer answer, Dictionary<string, string> ids)
    {
        string[] sentences = [.. answer.Sentences.Select(sentence => sentence.Text)];
        return new AnswerRow(
            query.Id,
            sentences.Length > 0 ? string.Join(' ', sentences) : answer.Text,
            sentences,
            [.. answer.Citations.Select(citation => Cite(citation, ids))],
            answer.Refused,
            answer.Score,
            kind);
    }

    private static CitedPassage Cite(Citation citation, Dictionary<string, string> ids) =>
        new(ids[citation.Passage.Path], citation.Passage.Page, citation.Passage.HeadingPath.LastOrDefault(), citation.Quote);

    private static AnswerFigures FiguresOf(AnswerSet set, List<AnswerRow> rows)
    {
        var byKind = rows.ToLookup(row => row.Kind);
        var accepted = set.Answerable.ToDictionary(query => query.Id, query => query.Answers, StringComparer.Ordinal);
        var answered = rows.FindAll(row => !row.Refused);
        var judged = byKind[QuestionKind.Answerable].Where(row => accepted[row.Id].Count > 0).ToList();
        var contained = judged.Count(row => !row.Refused && accepted[row.Id].Any(answer => Containment.Contains(row.Shown, answer)));
        return new AnswerFigures(
            set.Answerable.Count,
            judged.Count,
            contained,
            judged.Count(row => !row.Refused) - contained,
            byKind[QuestionKind.Answerable].Count(row => row.Refused),
            set.Unanswerable.Count,
            byKind[QuestionKind.Unanswerable].Count(row => row.Refused),
            set.OffTopic.Count,
            byKind[QuestionKind.OffTopic].Count(row => row.Refused),
            ShownAmount.Of(answered.ConvertAll(row => row.Sentences.Count)),
            ShownAmount.Of(answered.ConvertAll(row => row.Shown.EnumerateRunes().Count())),
            RefusalCurve.Of(
                [.. byKind[QuestionKind.Answerable].Select(row => row.Score)],
                [.. byKind[QuestionKind.Unanswerable].Select(row => row.Score)],
                [.. byKind[QuestionKind.OffTopic].Select(row => row.Score)]));
    }
}
