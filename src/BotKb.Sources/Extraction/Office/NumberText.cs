using System.Globalization;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Writes the number of a list item in the formats that Office knows.</summary>
internal static class NumberText
{
    private static readonly (int Value, string Text)[] Romans =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
        (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <summary>The number in this format; in plain digits where the format is unknown.</summary>
    public static string Write(int number, string? format) => format switch
    {
        "lowerLetter" => Letter(number, 'a'),
        "upperLetter" => Letter(number, 'A'),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperRoman" => Roman(number),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "decimalFullWidth" => string.Concat(Digits(number).Select(digit => (char)(digit - '0' + '０'))),
        "ideographTraditional" when number is >= 1 and <= 10 => "甲乙丙丁戊己庚辛壬癸"[number - 1].ToString(),
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting"
            or "ideographDigital" => Chinese(number),
        "none" => "",
        _ => Digits(number),
    };

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Letter(int number, char first) => number is < 1 or > 780
        ? Digits(number)
        : new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return Digits(number);
        }

        var text = "";
        foreach (var (value, digit) in Romans)
        {
            for (; number >= value; number -= value)
            {
                text += digit;
            }
        }

        return text;
    }

    private static string Chinese(int number)
    {
        const string Numerals = "〇一二三四五六七八九";
        return number switch
        {
            < 1 or > 99 => string.Concat(Digits(number).Select(digit => digit is >= '0' and <= '9' ? Numerals[digit - '0'] : digit)),
            < 10 => Numerals[number].ToString(),
            _ => (number < 20 ? "" : Numerals[number / 10].ToString()) + "十" + (number % 10 == 0 ? "" : Numerals[number % 10].ToString()),
        };
    }
}
