using System.Xml.Linq;

namespace BotKb.Sources.Extraction.Office;

/// <summary>The number formats of a workbook, by the style of a cell.</summary>
internal sealed class CellFormats
{
    private const int ShortDate = 14;
    private const int ShortDateWithTime = 22;

    private readonly List<CellFormat> _styles = [];

    public CellFormats(XElement? styles)
    {
        var codes = new Dictionary<int, string>();
        foreach (var format in styles?.Child("numFmts")?.Children("numFmt") ?? [])
        {
            if (format.Number("numFmtId") is { } id && format.Value("formatCode") is { } code)
            {
                codes[id] = code;
            }
        }

        foreach (var style in styles?.Child("cellXfs")?.Children("xf") ?? [])
        {
            var id = style.Number("numFmtId") ?? 0;
            _styles.Add(new CellFormat(codes.GetValueOrDefault(id) ?? BuiltIn(id)));
        }
    }

    /// <summary>The format of a style; the general one for a style that does not exist.</summary>
    public CellFormat Find(int? style) => style >= 0 && style < _styles.Count ? _styles[style.Value] : CellFormat.General;

    /// <summary>Formats that files refer to by number only; those of East Asian versions of Excel included.</summary>
    private static string BuiltIn(int id) => id switch
    {
        9 => "0%",
        10 => "0.00%",
        ShortDate or ShortDateWithTime => id == ShortDate ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        27 or 36 or 50 or 52 or 57 => "yyyy\"年\"m\"月\"",
        28 or 29 or 51 or 53 or 54 or 58 => "m\"月\"d\"日\"",
        30 => "m-d-yy",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        32 => "h\"时\"mm\"分\"",
        33 => "h\"时\"mm\"分\"ss\"秒\"",
        34 or 55 => "AM/PMh\"时\"mm\"分\"",
        35 or 56 => "AM/PMh\"时\"mm\"分\"ss\"秒\"",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss",
        _ => "General",
    };
}
