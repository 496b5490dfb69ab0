using System.Collections.Immutable;
using BotKb.Retrieval;

namespace BotKb.Answering;

/// <summary>Words a refusal: nothing was found, and which documents come nearest.</summary>
internal static class Refusal
{
    private const int MaxTitles = 3;

    /// <summary>The refusal; its citations are the passages whose documents it names, with nothing quoted.</summary>
    /// <param name="passages">What was found, best first: passages that the asker may read.</param>
    /// <param name="language">The asker's language.</param>
    /// <param name="score">The score that was too low.</param>
    public static Answer Of(ImmutableArray<Passage> passages, AskerLanguage language, double score)
    {
        var nearest = passages.DistinctBy(TitleOf).Take(MaxTitles).ToImmutableArray();
        var text = Phrases.Refusal(language, nearest.Select(TitleOf).ToList());
        return new Answer(text, true, [], [.. nearest.Select(passage => new Citation(passage, ""))], score);
    }

    private static string TitleOf(Passage passage) =>
        passage.Title.Length > 0 ? passage.Title : passage.Path[(passage.Path.LastIndexOf('/') + 1)..];
}
