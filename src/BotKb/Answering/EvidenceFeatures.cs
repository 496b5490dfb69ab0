using BotKb.Retrieval;

namespace BotKb.Answering;

/// <summary>What tells a question that passages answer from one that they have nothing about, as numbers of about the size of one.</summary>
internal static class EvidenceFeatures
{
    // Passages that may make the case; the rest only shows which words occur at all.
    private const int Best = 5;

    // The most that a term can count in the lexical score, by its rarity.
    private const double MostImpact = 2.2;

    // Where so few passages match, the best one cannot stand out.
    private const int Crowd = 10;

    /// <summary>The features of a question; there is at least one candidate.</summary>
    /// <param name="units">What texts in the script of the best passage are asked for; at least one unit.</param>
    /// <param name="passages">The passages found, best first.</param>
    /// <param name="candidates">All their sentences.</param>
    /// <param name="certainty">The probability of the likeliest sentence among them.</param>
    public static double[] Of(
        QuestionUnits units,
        IReadOnlyList<Passage> passages,
        IReadOnlyList<Candidate> candidates,
        double certainty)
    {
        var near = candidates.Where(candidate => candidate.Rank < Best).ToList();
        var sameScript = candidates.Where(candidate => candidate.Units == units).ToList();
        var inBestPassages = Union(units, sameScript.Where(candidate => candidate.Rank < Best));
        var inSentence = sameScript.Where(candidate => candidate.Rank < Best)
            .Select(candidate => units.Coverage(candidate.Match.Strengths)).DefaultIfEmpty(0).Max();
        var scores = passages.Select(passage => passage.Score).OrderDescending().ToList();
        var top = scores[0];
        return
        [
            1,
            near.Max(candidate => candidate.Features[SentenceFeatures.PassageCoverage]),
            near.Max(InContext),
            near.Max(candidate => candidate.Features[SentenceFeatures.Adjacency]),
            Math.Min(2, top / Math.Max(0.1, units.Total * MostImpact)),
            passages.Count >= Crowd && top > 0 ? (top - scores[Crowd - 1]) / top : 0.5,
            Math.Log(1 + units.Weights.Count) / 3,
            certainty,
            RareMissing(units, inBestPassages),
            Math.Min(2, inSentence * units.Total / Math.Max(0.1, units.Weights.Max()) / 5),
            NamesMissing(units, Union(units, sameScript.Where(candidate => candidate.Rank == 0))),
            1 - units.Coverage(Union(units, sameScript)),
        ];
    }

    private static double InContext(Candidate candidate) =>
        candidate.Features[SentenceFeatures.Coverage]
        + Math.Max(
            candidate.Features[SentenceFeatures.Above],
            Math.Max(candidate.Features[SentenceFeatures.Before], candidate.Features[SentenceFeatures.After]));

    private static float[] Union(QuestionUnits units, IEnumerable<Candidate> candidates)
    {
        var held = new float[units.Weights.Count];
        foreach (var candidate in candidates)
        {
            for (var i = 0; i < held.Length; i++)
            {
                held[i] = Math.Max(held[i], candidate.Match.Strengths[i]);
            }
        }

        return held;
    }

    // The share, by weight, of the rarer half of the question that is not held.
    private static double RareMissing(QuestionUnits units, float[] held)
    {
        var rare = Enumerable.Range(0, held.Length).OrderByDescending(i => units.Weights[i]).Take((held.Length + 1) / 2).ToList();
        var total = rare.Sum(i => units.Weights[i]);
        return total > 0 ? rare.Sum(i => units.Weights[i] * (1 - held[i])) / total : 1;
    }

    // The share of the question, by weight, that is names, numbers and codes that are not held.
    private static double NamesMissing(QuestionUnits units, float[] held)
    {
        var missing = 0.0;
        for (var i = 0; i < held.Length; i++)
        {
            missing += units.Names[i] ? units.Weights[i] * (1 - held[i]) : 0;
        }

        return units.Total > 0 ? missing / units.Total : 0;
    }
}
