using BotKb.Quality.Sets;

namespace BotKb.Quality;

/// <summary>What data sets must hold before they can be measured.</summary>
internal static class RetrievalCheck
{
    /// <summary>The run names documents by their set, so two sets may not share a name.</summary>
    public static void DistinctNames(IReadOnlyList<RetrievalSet> sets)
    {
        if (sets.CountBy(set => set.Name).FirstOrDefault(count => count.Value > 1).Key is { } name)
        {
            throw new BotKbException($"Two of the folders are named {name}; rename one or evaluate them one at a time.");
        }
    }

    /// <summary>The questions with a judgement, in the set's order; at least one.</summary>
    public static IReadOnlyList<JudgedQuery> Judged(RetrievalSet set, Judgements judgements, string file)
    {
        var judged = set.Queries
            .Select(query => new JudgedQuery(query, judgements.For(query.Id)))
            .Where(query => query.Gains.Count > 0)
            .ToList();
        return judged.Count > 0
            ? judged
            : throw new BotKbException($"{set.Name}/{file} judges none of the questions in {set.Name}/queries.jsonl; check the ids.");
    }
}
