namespace BotKb.Answering;

/// <summary>Chooses the sentences that most probably hold the answer within the room that an answer has.</summary>
internal static class Selection
{
    /// <summary>The most sentences in an answer.</summary>
    public const int MaxSentences = 3;

    /// <summary>The most room an answer takes: 400 Latin or 200 Chinese characters.</summary>
    public const int Room = 400;

    private const int Considered = 10;
    private const int ShortestCut = 80;
    internal static double LeastGain = 0.02;
    internal static double CutWorth = 0.9;

    /// <summary>A sentence and the room it gets.</summary>
    internal readonly record struct Choice(Candidate Candidate, double Probability, int Room);

    /// <summary>The choice, best first; empty where there are no candidates.</summary>
    public static IReadOnlyList<Choice> Of(IReadOnlyList<Candidate> candidates)
    {
        var ranked = Ranked(candidates);
        Choice[] best = [];
        var bestWorth = 0.0;
        var open = new List<Choice>();
        Extend(0, 0, 0);
        return best;

        void Extend(int from, int used, double worth)
        {
            if (worth > bestWorth)
            {
                (best, bestWorth) = ([.. open], worth);
            }

            for (var i = from; i < ranked.Count && open.Count < MaxSentences; i++)
            {
                var space = used > 0 ? 1 : 0;
                var (choice, gain) = Fit(ranked[i], Room - used - space);
                if (gain >= LeastGain || open.Count == 0)
                {
                    open.Add(choice);
                    Extend(i + 1, used + space + choice.Room, worth + gain);
                    open.RemoveAt(open.Count - 1);
                }
            }
        }
    }

    private static (Choice Choice, double Gain) Fit(Choice whole, int left)
    {
        if (whole.Room <= left)
        {
            return (whole, whole.Probability);
        }

        return left < ShortestCut
            ? (whole with { Room = Math.Max(0, left) }, 0)
            : (whole with { Room = left }, whole.Probability * CutWorth * left / whole.Room);
    }

    // The likeliest candidates, each saying something else; what a repetition is worth goes to the one that is kept.
    private static List<Choice> Ranked(IReadOnlyList<Candidate> candidates)
    {
        var scores = candidates.Select(candidate => SentenceModel.Score(candidate.Features)).ToArray();
        var top = scores.Length > 0 ? scores.Max() : 0;
        var total = scores.Sum(score => Math.Exp(score - top));
        var ranked = new List<Choice>();
        var kept = new List<Wording>();
        foreach (var i in Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]))
        {
            if (ranked.Count == Considered)
            {
                break;
            }

            var wording = Wording.Of(candidates[i].Shown);
            var probability = Math.Exp(scores[i] - top) / total;
            var same = kept.FindIndex(wording.Repeats);
            if (same >= 0)
            {
                ranked[same] = ranked[same] with { Probability = ranked[same].Probability + probability };
                continue;
            }

            kept.Add(wording);
            ranked.Add(new Choice(candidates[i], probability, ShownLength.Of(candidates[i].Shown)));
        }

        return ranked;
    }
}
