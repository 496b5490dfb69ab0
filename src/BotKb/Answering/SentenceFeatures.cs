using System.Numerics;

namespace BotKb.Answering;

/// <summary>What tells a sentence that answers from its neighbours, as numbers of about the size of one.</summary>
internal static class SentenceFeatures
{
    /// <summary>The feature: the share of the question that stands in the sentence.</summary>
    public const int Coverage = 0;

    /// <summary>The feature: what the sentence before adds to that.</summary>
    public const int Before = 2;

    /// <summary>The feature: what the sentence after adds to that.</summary>
    public const int After = 3;

    /// <summary>The feature: what title and headings add to that.</summary>
    public const int Above = 4;

    /// <summary>The feature: the share of the question that stands in the passage.</summary>
    public const int PassageCoverage = 5;

    /// <summary>The feature: the share of the question's neighbouring units that are neighbours in the sentence too.</summary>
    public const int Adjacency = 8;

    /// <summary>The features of a sentence.</summary>
    public static double[] Of(SentenceContext sentence)
    {
        var own = sentence.Match.Strengths;
        var coverage = sentence.Units.Coverage(own);
        var asked = BitOperations.PopCount((uint)sentence.Asked);
        var named = BitOperations.PopCount((uint)sentence.Named);
        var isCounted = (sentence.Asked & (QuestionCues.Number | QuestionCues.Time)) != QuestionCues.None;
        return
        [
            coverage,
            coverage * coverage,
            Gain(sentence.Units, own, sentence.Before),
            Gain(sentence.Units, own, sentence.After),
            Gain(sentence.Units, own, sentence.Above),
            sentence.PassageCoverage,
            sentence.RelativeScore,
            1.0 / (1 + sentence.Rank),
            AdjacentShare(sentence.Match),
            RarestHeld(sentence.Units, own),
            asked == 0 ? 0 : ((double)named / asked) - 0.5,
            !isCounted ? 0 : named > 0 ? 0.5 : -0.5,
            Math.Log(Math.Max(1, ShownLength.Of(sentence.Text)) / 100.0),
            Math.Log(1 + sentence.Match.NewWords) / 4,
            sentence.IsFirst ? 1 : 0,
            sentence.Text[^1] is '?' or '？' or ':' or '：' ? 1 : 0,
        ];
    }

    // What a neighbour holds of the question that the sentence itself does not.
    private static double Gain(QuestionUnits units, float[] own, float[] other)
    {
        if (other.Length == 0)
        {
            return 0;
        }

        var gain = new float[own.Length];
        for (var i = 0; i < own.Length; i++)
        {
            gain[i] = Math.Max(0, other[i] - own[i]);
        }

        return units.Coverage(gain);
    }

    private static double AdjacentShare(TextMatch match)
    {
        if (match.Strengths.Length < 2)
        {
            return 0;
        }

        var pairs = new HashSet<int>();
        for (var i = 1; i < match.Places.Count; i++)
        {
            var (before, place) = (match.Places[i - 1], match.Places[i]);
            if (place.Unit == before.Unit + 1 && place.Word - before.Word is >= 0 and <= 2)
            {
                pairs.Add(place.Unit);
            }
        }

        return (double)pairs.Count / (match.Strengths.Length - 1);
    }

    private static double RarestHeld(QuestionUnits units, float[] own)
    {
        var best = 0f;
        var held = 0f;
        for (var i = 0; i < own.Length; i++)
        {
            best = Math.Max(best, units.Weights[i]);
            held = Math.Max(held, own[i] * units.Weights[i]);
        }

        return best > 0 ? held / best : 0;
    }
}
