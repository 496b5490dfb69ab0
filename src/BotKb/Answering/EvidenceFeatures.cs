using BotKb.Retrieval;

namespace BotKb.Answering;

/// <summary>What tells a question that the passages answer from one that they have nothing about, as numbers of about the size of one.</summary>
internal static class EvidenceFeatures
{
    /// <summary>How many there are.</summary>
    public const int Count = 20;

    private const int Considered = 5;

    // The most that a term can count in the lexical score, by its rarity.
    private const double MostImpact = 2.2;

    /// <summary>The features of a question; there is at least one candidate.</summary>
    public static double[] Of(QuestionTerms question, IReadOnlyList<Passage> passages, IReadOnlyList<Candidate> candidates, IReadOnlyList<Selection.Choice> choices)
    {
        var near = candidates.Where(candidate => candidate.Rank < Considered).ToList();
        var chinese = Script.IsChinese(passages[0].Text);
        var units = chinese ? question.ForChinese : question.ForWords;
        var same = near.Where(c => c.Match.Strengths.Length == units.Weights.Count).ToList();
        var passage = near.Max(candidate => candidate.Features[5]);
        var sentence = near.Max(candidate => candidate.Features[0]);
        var inContext = near.Max(candidate => candidate.Features[0] + Math.Max(candidate.Features[4], Math.Max(candidate.Features[2], candidate.Features[3])));
        var tenth = passages[Math.Min(9, passages.Count - 1)].Score;
        var union = Union(units.Weights.Count, same);
        var all = Union(units.Weights.Count, candidates.Where(c => c.Match.Strengths.Length == units.Weights.Count));
        var best = same.Where(c => c.Rank == 0).ToList();
        var one = Union(units.Weights.Count, best);
        return
        [
            1,
            passage,
            passage * passage,
            sentence,
            inContext,
            near.Max(candidate => candidate.Features[10]),
            near.Max(candidate => candidate.Features[9]),
            units.Total > 0 ? Math.Min(2, passages[0].Score / (units.Total * MostImpact)) : 0,
            passages[0].Score > 0 && passages.Count > 9 ? (passages[0].Score - tenth) / passages[0].Score : 0.5,
            Math.Log(1 + units.Weights.Count) / 3,
            question.IsChinese == chinese ? 0 : 1,
            chinese ? 1 : 0,
            choices.Count > 0 ? choices.Max(choice => choice.Probability) : 0,
            Uncovered(units, union),
            Squared(units, one),
            same.Count > 0 ? same.Max(c => Squared(units, c.Match.Strengths)) : 0,
            same.Count > 0 ? Math.Min(3, same.Max(c => units.Coverage(c.Match.Strengths)) * units.Total / 10) : 0,
            NamesMissing(units, all),
            NamesMissing(units, one),
            1 - units.Coverage(all),
        ];
    }

    private static float[] Union(int n, IEnumerable<Candidate> c)
    {
        var held = new float[n];
        foreach (var candidate in c)
        {
            for (var i = 0; i < held.Length; i++)
            {
                held[i] = Math.Max(held[i], candidate.Match.Strengths[i]);
            }
        }

        return held;
    }

    private static double Squared(QuestionUnits units, float[] held)
    {
        double sum = 0, total = 0;
        for (var i = 0; i < held.Length; i++)
        {
            var w = units.Weights[i] * units.Weights[i];
            sum += w * held[i];
            total += w;
        }

        return total > 0 ? sum / total : 0;
    }

    private static double NamesMissing(QuestionUnits units, float[] held)
    {
        double sum = 0, total = 0;
        for (var i = 0; i < held.Length; i++)
        {
            if (units.Names[i])
            {
                sum += units.Weights[i] * (1 - held[i]);
            }

            total += units.Weights[i];
        }

        return total > 0 ? sum / total : 0;
    }

    // The share, by weight, of the rarer half of the question that the best passages together do not hold.
    private static double Uncovered(QuestionUnits units, float[] held)
    {
        var rare = Enumerable.Range(0, held.Length).OrderByDescending(i => units.Weights[i]).Take((held.Length + 1) / 2).ToList();
        var total = rare.Sum(i => units.Weights[i]);
        return total > 0 ? rare.Sum(i => units.Weights[i] * (1 - held[i])) / total : 1;
    }
}
