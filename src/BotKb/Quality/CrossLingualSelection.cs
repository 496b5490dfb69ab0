using BotKb.Quality.Sets;

namespace BotKb.Quality;

/// <summary>Which questions ask for documents of the other language, by direction.</summary>
/// <param name="ZhToEn">Chinese questions with their relevant English documents.</param>
/// <param name="EnToZh">English questions with their relevant Chinese documents.</param>
internal sealed record CrossLingualSelection(IReadOnlyList<JudgedQuery> ZhToEn, IReadOnlyList<JudgedQuery> EnToZh)
{
    /// <summary>Sorts the cross-language judgements of a set by the language of the relevant document.</summary>
    /// <exception cref="BotKbException">There are no such judgements, or documents without a language.</exception>
    public static CrossLingualSelection Of(RetrievalSet set)
    {
        var judgements = set.CrossLingual
            ?? throw new BotKbException($"{set.Name} has no qrels_crosslingual.tsv; evaluate it without --cross-lingual.");
        var languages = set.Documents.ToDictionary(document => document.Id, document => document.Language, StringComparer.Ordinal);
        var judged = RetrievalCheck.Judged(set, judgements, "qrels_crosslingual.tsv");
        foreach (var id in judged.SelectMany(query => query.Gains.Keys)
            .Where(id => languages.TryGetValue(id, out var lang) && lang is null))
        {
            throw new BotKbException($"The document {id} in {set.Name}/corpus.jsonl has no \"lang\"; cross-language figures need it.");
        }

        return new CrossLingualSelection(About(LanguageTag.English), About(LanguageTag.Chinese));

        IReadOnlyList<JudgedQuery> About(string language) =>
        [
            .. judged
                .Where(query => query.Query.Language != language)
                .Select(query => query with { Gains = InLanguage(query.Gains, languages, language) })
                .Where(query => query.Gains.Count > 0),
        ];
    }

    private static Dictionary<string, int> InLanguage(
        IReadOnlyDictionary<string, int> gains,
        Dictionary<string, string?> languages,
        string language) =>
        gains.Where(gain => languages.GetValueOrDefault(gain.Key) == language).ToDictionary();
}
