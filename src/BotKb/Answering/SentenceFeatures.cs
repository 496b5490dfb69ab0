using System.Numerics;

namespace BotKb.Answering;

/// <summary>What tells a sentence that answers from its neighbours, as numbers of about the size of one.</summary>
internal static class SentenceFeatures
{
    /// <summary>How many there are.</summary>
    public const int Count = 18;

    /// <summary>The features of a sentence.</summary>
    public static double[] Of(SentenceContext sentence)
    {
        var own = sentence.Match.Strengths;
        var coverage = sentence.Units.Coverage(own);
        var length = Math.Max(1, ShownLength.Of(sentence.Text));
        var cues = BitOperations.PopCount((uint)sentence.Asked);
        var named = BitOperations.PopCount((uint)sentence.Named);
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
            sentence.Rank == 0 ? 1 : 0,
            Adjacency(sentence.Match),
            Rarest(sentence.Units, own),
            cues == 0 ? 0 : ((double)named / cues) - 0.5,
            sentence.Asked.HasFlag(QuestionCues.Number) || sentence.Asked.HasFlag(QuestionCues.Time) ? (named > 0 ? 0.5 : -0.5) : 0,
            Math.Log(length / 100.0),
            length < 30 ? 1 : 0,
            Math.Log(1 + sentence.Match.Words) / 4,
            sentence.IsFirst ? 1 : 0,
            sentence.Text[^1] is '?' or '？' ? 1 : 0,
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

    // The share of neighbouring units of the question that stand together in the sentence too.
    private static double Adjacency(TextMatch match)
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

    private static double Rarest(QuestionUnits units, float[] own)
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
