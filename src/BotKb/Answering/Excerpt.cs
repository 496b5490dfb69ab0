using BotKb.Retrieval.Analysis;

namespace BotKb.Answering;

/// <summary>
/// Cuts a sentence that is too long to the stretch that holds most of the question's words. It begins and ends between clauses where
/// that costs little, else between words, never within one.
/// </summary>
internal static class Excerpt
{
    /// <summary>Stands for words left out.</summary>
    public const string Ellipsis = "…";

    // A stretch may end earlier, at a clause, if it keeps this share of its length.
    private const double ClauseShare = 0.7;

    // How much a stretch that begins with a clause is preferred, beside the worth of a question's words.
    private const double ClauseWorth = 0.5;

    /// <summary>
    /// The best stretch of <paramref name="text"/> that is shown in <paramref name="room"/> with its ellipses; the whole text where it fits.
    /// </summary>
    /// <returns>Where the stretch begins and how many characters it has; none where not even one word fits.</returns>
    public static (int Start, int Length) Of(string text, IReadOnlyList<TextMatch.Place> places, int room)
    {
        if (ShownLength.Of(text) <= room)
        {
            return (0, text.Length);
        }

        var cuts = Cuts(text);
        var lengths = ShownLength.Running(text);
        var inside = room - (2 * Ellipsis.Length);
        var best = (Start: 0, Length: 0);
        var bestWorth = double.NegativeInfinity;
        var last = 0;
        for (var first = 0; first < cuts.Count - 1; first++)
        {
            while (last + 1 < cuts.Count && lengths[cuts[last + 1].At] - lengths[cuts[first].At] <= inside)
            {
                last++;
            }

            if (last <= first)
            {
                last = first;
                continue;
            }

            var end = EndAtClause(cuts, lengths, first, last);
            var worth = Worth(places, cuts[first].At, cuts[end].At) + (cuts[first].IsClause ? ClauseWorth : 0);
            if (worth > bestWorth + 1e-6)
            {
                bestWorth = worth;
                best = Trim(text, cuts[first].At, cuts[end].At);
            }
        }

        return best;
    }

    private static int EndAtClause(List<Cut> cuts, int[] lengths, int first, int last)
    {
        var least = lengths[cuts[first].At] + (ClauseShare * (lengths[cuts[last].At] - lengths[cuts[first].At]));
        for (var end = last; end > first && lengths[cuts[end].At] >= least; end--)
        {
            if (cuts[end].IsClause)
            {
                return end;
            }
        }

        return last;
    }

    // Each unit counts once; words in the middle count a little more, so that their surroundings are shown on both sides.
    private static double Worth(IReadOnlyList<TextMatch.Place> places, int start, int end)
    {
        var worth = 0.0;
        var best = new Dictionary<int, double>();
        foreach (var place in places)
        {
            if (place.At >= start && place.At < end)
            {
                var centred = Math.Min(place.At - start, end - place.At) / (double)(end - start);
                var value = place.Worth * (1 + (0.2 * centred));
                if (value > best.GetValueOrDefault(place.Unit))
                {
                    worth += value - best.GetValueOrDefault(place.Unit);
                    best[place.Unit] = value;
                }
            }
        }

        return worth;
    }

    private static (int Start, int Length) Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '，' or '、'))
        {
            end--;
        }

        return (start, end - start);
    }

    // Where the text may be cut: before words, and within runs without spaces between the dictionary's words.
    private static List<Cut> Cuts(string text)
    {
        var cuts = new List<Cut> { new(0, true) };
        for (var at = 1; at < text.Length; at++)
        {
            var (before, next) = (text[at - 1], text[at]);
            if (Tokens.IsSpaceless(before) && Tokens.IsSpaceless(next))
            {
                at = AddWithinRun(text, at - 1, cuts);
            }
            else if (char.IsWhiteSpace(before) && !char.IsWhiteSpace(next))
            {
                cuts.Add(new Cut(at, at > 1 && text[at - 2] is ',' or ';' or ':' or '—' or '–'));
            }
            else if (before is '，' or '；' or '：' or '、' or '。' or '—')
            {
                cuts.Add(new Cut(at, before != '、'));
            }
            else if (Tokens.IsSpaceless(before) && char.IsAsciiLetterOrDigit(next))
            {
                cuts.Add(new Cut(at, false));
            }
        }

        cuts.Add(new Cut(text.Length, true));
        return cuts;
    }

    // Adds the borders of the words of a run and returns the run's last character.
    private static int AddWithinRun(string text, int start, List<Cut> cuts)
    {
        var end = start;
        while (end < text.Length && Tokens.IsSpaceless(text[end]))
        {
            end++;
        }

        var run = TextFolding.Fold(text[start..end]);
        for (var at = 0; at < run.Length && run.Length == end - start;)
        {
            if (at > 0 && !char.IsLowSurrogate(run[at]))
            {
                cuts.Add(new Cut(start + at, false));
            }

            at += Math.Max(1, ChineseDictionary.Instance.LongestWordAt(run.AsSpan(at), out _));
        }

        return end - 1;
    }

    private readonly record struct Cut(int At, bool IsClause);
}
