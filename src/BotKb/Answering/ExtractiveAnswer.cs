using System.Collections.Immutable;
using System.Text;
using BotKb.Retrieval;
using BotKb.Retrieval.Analysis;

namespace BotKb.Answering;

/// <summary>Makes an answer of the passages' own sentences. Pure, and the same every time.</summary>
internal static class ExtractiveAnswer
{
    /// <summary>
    /// At most <see cref="Selection.MaxSentences"/> sentences in reading order, within <see cref="Selection.Room"/>; none, with a score
    /// of 0, where the passages have nothing to quote. Whether the score is high enough is the caller's to judge.
    /// </summary>
    public static Answer Of(string question, SearchResult found)
    {
        var terms = QuestionTerms.Of(question, found.TermIdf);
        var candidates = Candidates.Of(question, terms, found.Passages);
        var choices = Selection.Of(candidates);
        var quotes = InReadingOrder(choices, found.Passages).Select(Quote.Of).Where(quote => quote.Text.Length > 0)
            .ToList();
        if (quotes.Count == 0)
        {
            return new Answer("", false, [], [], 0);
        }

        var citations = Cited(quotes);
        var sentences = quotes.Select(quote =>
            new AnswerSentence(quote.Text, citations.FindIndex(cited => ReferenceEquals(cited.Passage, quote.Passage))));
        return Join([.. sentences], [.. citations], Score(terms, found.Passages, candidates, choices));
    }

    // Documents by their best passage; within a document as it is read.
    private static IEnumerable<Choice> InReadingOrder(IReadOnlyList<Choice> choices, ImmutableArray<Passage> passages) =>
        choices
            .OrderBy(choice => passages.TakeWhile(passage => passage.DocumentId != choice.Candidate.Passage.DocumentId).Count())
            .ThenBy(choice => choice.Candidate.Passage.Ordinal)
            .ThenBy(choice => choice.Candidate.Piece.Start);

    // One citation a passage: its words from the first sentence quoted to the last.
    private static List<Citation> Cited(List<Quote> quotes) =>
        quotes.GroupBy(quote => quote.Passage).Select(group =>
        {
            var start = group.Min(quote => quote.Start);
            var end = group.Max(quote => quote.End);
            return new Citation(group.Key, group.Key.Text[start..end]);
        }).ToList();

    private static double Score(
        QuestionTerms terms,
        ImmutableArray<Passage> passages,
        IReadOnlyList<Candidate> candidates,
        IReadOnlyList<Choice> choices)
    {
        var chinese = Script.IsChinese(passages[0].Text);
        var units = chinese ? terms.ForChinese : terms.ForWords;
        if (units.Weights.Count == 0)
        {
            return 0;
        }

        var features = EvidenceFeatures.Of(units, passages, candidates, choices.Max(choice => choice.Probability));
        return EvidenceModel.Of(terms.IsChinese, chinese).Score(features);
    }

    private static Answer Join(ImmutableArray<AnswerSentence> sentences, ImmutableArray<Citation> citations, double score)
    {
        var text = new StringBuilder();
        foreach (var sentence in sentences)
        {
            text.Append(text.Length > 0 ? " " : "").Append(sentence.Text).Append(" [").Append(sentence.Citation + 1).Append(']');
        }

        return new Answer(text.ToString(), false, sentences, citations, score);
    }
}
