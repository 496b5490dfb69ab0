namespace BotKb.Retrieval.Analysis;

/// <summary>Cuts the spaceless text of a question at its question words.</summary>
internal static class QuestionRuns
{
    /// <summary>Takes a run; it is valid during the call only.</summary>
    public delegate void Take(ReadOnlySpan<char> run);

    /// <summary>Gives each run between two question words, empty ones included.</summary>
    public static void Read(ReadOnlySpan<char> text, bool withStopWords, Take take)
    {
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            var stop = withStopWords ? 0 : StopWords.ChineseAt(text[at..]);
            if (stop > 0)
            {
                take(text[start..at]);
                start = at + stop;
            }

            // A question word within a longer word is none: 申请 is not 请.
            at += stop > 0 ? stop : Math.Max(1, ChineseDictionary.Instance.LongestWordAt(text[at..], out _));
        }

        take(text[start..]);
    }
}
