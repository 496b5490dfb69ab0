namespace BotKb.Answering;

/// <summary>
/// Chooses the sentences that most probably hold the answer within the room that an answer has: of all sets of up to three of the
/// likeliest sentences the one whose probabilities add up to most, where one sentence may be cut to fit.
/// </summary>
internal sealed class Selection
{
    /// <summary>The most sentences in an answer.</summary>
    public const int MaxSentences = 3;

    /// <summary>The most room an answer takes, the spaces between its sentences included: 400 Latin or 200 Chinese characters.</summary>
    public const int Room = 400;

    private const int Considered = 10;

    // A sentence is not cut shorter than this.
    private const int ShortestCut = 80;

    // A sentence that is less probable only distracts.
    private const double LeastGain = 0.02;

    // Of the probability of the part that is shown: cutting may lose the words that matter.
    private const double CutWorth = 0.9;

    private readonly List<Choice> _ranked;
    private readonly List<Choice> _open = [];
    private Choice[] _best = [];
    private double _bestWorth;

    private Selection(List<Choice> ranked) => _ranked = ranked;

    /// <summary>The choice, best first; empty where there are no candidates.</summary>
    public static IReadOnlyList<Choice> Of(IReadOnlyList<Candidate> candidates)
    {
        var selection = new Selection(Ranked(candidates));
        selection.Extend(0, 0, 0);
        return selection._best;
    }

    private void Extend(int from, int used, double worth)
    {
        if (worth > _bestWorth)
        {
            (_best, _bestWorth) = ([.. _open], worth);
        }

        var space = used > 0 ? 1 : 0;
        for (var i = from; i < _ranked.Count && _open.Count < MaxSentences; i++)
        {
            var (choice, gain) = Fit(_ranked[i], Room - used - space);
            if (gain >= LeastGain || (gain > 0 && _open.Count == 0))
            {
                _open.Add(choice);
                Extend(i + 1, used + space + choice.Room, worth + gain);
                _open.RemoveAt(_open.Count - 1);
            }
        }
    }

    private static (Choice Choice, double Gain) Fit(Choice whole, int left) => left switch
    {
        _ when whole.Room <= left => (whole, whole.Probability),
        < ShortestCut => (whole, 0),
        _ => (whole with { Room = left }, whole.Probability * CutWorth * left / whole.Room),
    };

    // Each says something else; the probability of a repetition goes to the sentence that is kept.
    private static List<Choice> Ranked(IReadOnlyList<Candidate> candidates)
    {
        var scores = candidates.Select(candidate => SentenceModel.Score(candidate.Features)).ToArray();
        var top = scores.DefaultIfEmpty(0).Max();
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
            same = same >= 0 ? same : ranked.FindIndex(choice => Overlap(choice.Candidate, candidates[i]));
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

    // An item of a list and the list itself.
    private static bool Overlap(Candidate one, Candidate other) =>
        ReferenceEquals(one.Passage, other.Passage) && one.Piece.Start < other.Piece.End && other.Piece.Start < one.Piece.End;
}
