using BotKb.Retrieval.Analysis;

namespace BotKb.Retrieval;

/// <summary>
/// Makes the term vector that is stored with a chunk: what the lexical index knows about it. Pure, safe for concurrent use, and
/// total: any text, however broken, gives a vector.
/// </summary>
public static class ChunkAnalyzer
{
    /// <summary>
    /// Raised whenever features, weights, dictionaries or the bytes of a vector change; older vectors are then written again.
    /// </summary>
    public const short Version = 2;

    private const float TitleWeight = 2f;
    private const float HeadingWeight = 1f;

    /// <summary>Analyses one chunk.</summary>
    /// <param name="title">The title that the document has of itself or at its source, never its file name; empty where
    /// it has none.</param>
    /// <param name="headingPath">The headings above the chunk, outermost first.</param>
    /// <param name="text">The chunk's text.</param>
    /// <returns>The bytes that <see cref="TermVector"/> reads.</returns>
    public static byte[] Analyze(string title, IReadOnlyList<string> headingPath, string text)
    {
        var terms = new TermBag();
        TextFeatures.Collect(text, 1f, terms);
        foreach (var heading in headingPath)
        {
            TextFeatures.Collect(heading, HeadingWeight, terms);
        }

        TextFeatures.Collect(title, TitleWeight, terms);
        return TermVector.Encode(terms);
    }
}
