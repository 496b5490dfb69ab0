using System.Text;

namespace BotKb.Quality.Metrics;

/// <summary>Compares two texts by the multisets of their character trigrams; white space, case and Markdown marks do not count.</summary>
internal static class CharacterTrigrams
{
    private const string Marks = "#*|`_-=>[]()!\\.·•";

    /// <summary>What the texts have in common. A blank text has everything in common with a blank one and nothing with any other.</summary>
    public static TextOverlap Compare(string expected, string extracted)
    {
        var wanted = Count(expected);
        var found = Count(extracted);
        var common = wanted.Sum(gram => (double)Math.Min(gram.Value, found.GetValueOrDefault(gram.Key)));
        return wanted.Count + found.Count == 0 ? new TextOverlap(1, 1) : new TextOverlap(Part(common, wanted), Part(common, found));
    }

    private static double Part(double common, Dictionary<string, int> all) => all.Count == 0 ? 0 : common / all.Values.Sum(n => (double)n);

    private static Dictionary<string, int> Count(string text)
    {
        var runes = text.EnumerateRunes()
            .Where(rune => !Rune.IsWhiteSpace(rune) && !(rune.IsBmp && Marks.Contains((char)rune.Value)))
            .Select(rune => Rune.ToLowerInvariant(rune).ToString())
            .ToArray();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        if (runes.Length is 1 or 2)
        {
            counts[string.Concat(runes)] = 1;
        }

        for (var i = 0; i + 3 <= runes.Length; i++)
        {
            var gram = string.Concat(runes[i], runes[i + 1], runes[i + 2]);
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return counts;
    }
}
