using System.Globalization;
using System.Text;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Writes a serial day number in a date or time format code.</summary>
internal sealed class DateFormat(IReadOnlyList<FormatToken> tokens)
{
    private const double LastDay = 2958466;
    private static readonly string[] ChineseDays = ["日", "一", "二", "三", "四", "五", "六"];

    private readonly bool _isHalfDay = tokens.Any(token => !token.IsLiteral && token.Text.Contains('/', StringComparison.Ordinal));
    private readonly bool _isDuration = tokens.Any(token => !token.IsLiteral && token.Text[0] == '[');

    /// <summary>The date, null where no date has this number.</summary>
    public string? Show(double serial)
    {
        if (serial is < 0 or >= LastDay)
        {
            return null;
        }

        // Excel counts a 29 February 1900 that never was.
        var days = serial is < 60 and >= 1 ? serial + 1 : serial;
        var hasFraction = tokens.Any(token => !token.IsLiteral && token.Text[0] == '0');
        var seconds = Math.Round(days * 86400, hasFraction ? 3 : 0);
        var moment = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddMilliseconds(Math.Round(seconds * 1000));
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            Append(text, i, moment, TimeSpan.FromSeconds(serial * 86400));
        }

        return text.ToString().Trim();
    }

    private void Append(StringBuilder text, int i, DateTime moment, TimeSpan duration)
    {
        var token = tokens[i];
        text.Append(token.IsLiteral ? token.Text : token.Text[0] switch
        {
            '[' => Math.Floor(Total(token.Text[1], duration) + 1e-9).ToString(CultureInfo.InvariantCulture),
            'y' => moment.ToString(token.Text.Length > 2 ? "yyyy" : "yy", CultureInfo.InvariantCulture),
            'e' => moment.ToString("yyyy", CultureInfo.InvariantCulture),
            'm' when IsMinute(i) => Padded(moment.Minute, token),
            'm' => Named(moment, "%M", "MMM", token),
            'd' => Named(moment, "%d", "ddd", token),
            'a' when token.Text.StartsWith("aaa", StringComparison.Ordinal) =>
                (token.Text.Length > 3 ? "星期" : "周") + ChineseDays[(int)moment.DayOfWeek],
            'a' => moment.Hour < 12 ? token.Text.Split('/')[0].ToUpperInvariant() : token.Text.Split('/')[1].ToUpperInvariant(),
            '上' => moment.Hour < 12 ? "上午" : "下午",
            'h' => Padded(_isHalfDay ? ((moment.Hour + 11) % 12) + 1 : moment.Hour, token),
            's' => Padded(moment.Second, token),
            '0' => moment.Millisecond.ToString("000", CultureInfo.InvariantCulture)[..Math.Min(3, token.Text.Length)],
            _ => "",
        });
    }

    private static double Total(char unit, TimeSpan duration) => unit switch
    {
        'h' => duration.TotalHours,
        'm' => duration.TotalMinutes,
        _ => duration.TotalSeconds,
    };

    private static string Padded(int value, FormatToken token) =>
        value.ToString(token.Text.Length > 1 ? "00" : "0", CultureInfo.InvariantCulture);

    private static string Named(DateTime moment, string number, string name, FormatToken token)
    {
        var format = token.Text.Length switch
        {
            1 => number,
            2 => number.Replace("%", number[1..], StringComparison.Ordinal),
            3 => name,
            _ => name + name[0],
        };
        return moment.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>'m' is the minute beside an hour or a second, else the month.</summary>
    private bool IsMinute(int i)
    {
        var before = Neighbour(i, -1);
        return before is 'h' || (before is '[' && _isDuration) || Neighbour(i, +1) is 's';
    }

    private char Neighbour(int i, int step)
    {
        for (i += step; i >= 0 && i < tokens.Count; i += step)
        {
            if (tokens[i] is { IsLiteral: false, Text: var text } && text[0] is 'y' or 'm' or 'd' or 'h' or 's' or '[')
            {
                return tokens[i].Text[0];
            }
        }

        return '\0';
    }
}
