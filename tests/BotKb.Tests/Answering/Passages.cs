using BotKb.Retrieval;
using BotKb.Retrieval.Analysis;

namespace BotKb.Tests.Answering;

/// <summary>Builds passages and what a search over them finds.</summary>
internal static class Passages
{
    public static Passage Of(string text, string title = "Handbook", long document = 1, int ordinal = 0, double score = 10, params string[] headings) =>
        new((document * 1000) + ordinal, document, ordinal, title, $"files/{title}.md", null, [.. headings], null, null, null, text, score);

    /// <summary>The passages as found for a question, in the order given, with rarities counted over them alone.</summary>
    public static SearchResult Found(string question, params Passage[] passages)
    {
        var vectors = passages.Select(p => TermVector.Decode(ChunkAnalyzer.Analyze(p.Title, p.HeadingPath, p.Text)).Terms.ToHashSet()).ToList();
        var idf = new Dictionary<uint, float>();
        foreach (var term in QueryAnalyzer.Analyze(question))
        {
            var count = Math.Max(1, vectors.Count(terms => terms.Contains(term.Term)));
            idf[term.Term] = MathF.Log(1 + ((passages.Length - count + 0.5f) / (count + 0.5f)));
        }

        return new SearchResult([.. passages], idf);
    }
}
