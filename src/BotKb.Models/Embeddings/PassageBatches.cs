namespace BotKb.Models.Embeddings;

/// <summary>Cuts a row of texts into requests.</summary>
internal static class PassageBatches
{
    /// <summary>
    /// Ranges of neighbours that together are the whole row, each as long as fits. A text that alone has too many tokens is alone.
    /// </summary>
    /// <param name="tokens">The tokens of each text.</param>
    /// <param name="maxTexts">The most texts of a range, at least 1.</param>
    /// <param name="maxTokens">The most tokens of a range.</param>
    public static IEnumerable<(int Start, int Count)> Cut(IReadOnlyList<int> tokens, int maxTexts, int maxTokens)
    {
        var start = 0;
        long sum = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i > start && (i - start == maxTexts || sum + tokens[i] > maxTokens))
            {
                yield return (start, i - start);
                (start, sum) = (i, 0);
            }

            sum += tokens[i];
        }

        if (tokens.Count > start)
        {
            yield return (start, tokens.Count - start);
        }
    }
}
