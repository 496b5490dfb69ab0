using System.Globalization;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Writes a stored number as people know it: 0.1 + 0.2 is 0.3, a whole number has no point.</summary>
internal static class CellNumber
{
    // Excel itself keeps and shows fifteen significant digits.
    private const string Significant = "G15";
    private const double LargestPlain = 1e21;
    private const double SmallestPlain = 1e-9;

    /// <summary>The number, or the text as it is where it is none.</summary>
    public static string Plain(string stored) =>
        double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Plain(number) : stored;

    /// <summary>The number in plain digits where they are readable.</summary>
    public static string Plain(double number)
    {
        var text = number.ToString(Significant, CultureInfo.InvariantCulture);
        var size = Math.Abs(number);
        return text.Contains('E', StringComparison.Ordinal) && size is < LargestPlain and > SmallestPlain
            ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
                .ToString("0.###############", CultureInfo.InvariantCulture)
            : text;
    }

    /// <summary>The number as a percentage.</summary>
    public static string Percent(double number) => Plain(number * 100) + "%";
}
