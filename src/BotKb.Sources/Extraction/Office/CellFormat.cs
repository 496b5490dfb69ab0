using System.Globalization;

namespace BotKb.Sources.Extraction.Office;

/// <summary>Shows a number the way its cell does, as far as that changes its meaning: dates, times and percentages.</summary>
internal sealed class CellFormat
{
    public static readonly CellFormat General = new("General");

    private readonly DateFormat? _date;
    private readonly bool _isPercent;

    /// <param name="code">The format code of the file; only the part for positive numbers counts.</param>
    public CellFormat(string code)
    {
        var tokens = FormatToken.Read(code);
        _date = tokens.Any(token => token.IsDate) ? new DateFormat(tokens) : null;
        _isPercent = _date is null && tokens.Any(token => token is { IsLiteral: false, Text: "%" });
    }

    /// <summary>The number as people see it.</summary>
    /// <param name="stored">The number as the file keeps it.</param>
    /// <param name="from1904">Days are counted from 1904, as old Macs did.</param>
    public string Show(string stored, bool from1904)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return stored;
        }

        if (_date is not null && _date.Show(from1904 ? number + 1462 : number) is { } date)
        {
            return date;
        }

        return _isPercent ? CellNumber.Percent(number) : CellNumber.Plain(number);
    }
}
