using BotKb.Retrieval;
using BotKb.Retrieval.Analysis;

namespace BotKb.Tests.Retrieval;

/// <summary>Analyses texts as the product does and scores a question against them, without rarity.</summary>
internal static class TermVectors
{
    public static TermVector Of(string text, string title = "", params string[] headings) =>
        TermVector.Decode(ChunkAnalyzer.Analyze(title, headings, text));

    public static double Score(string question, string text)
    {
        var vector = Of(text);
        return QueryAnalyzer.Analyze(question)
            .Where(term => Array.BinarySearch(vector.Terms, term.Term) >= 0)
            .Sum(term => (double)term.Weight);
    }

    public static float FrequencyOf(this TermVector vector, uint term)
    {
        var at = Array.BinarySearch(vector.Terms, term);
        return at < 0 ? 0 : vector.Frequencies[at] / (float)TermVector.FrequencyUnit;
    }
}
