namespace BotKb.Sources.Extraction.Pdf;

/// <summary>
/// Ligatures and the radicals that fonts name instead of the characters which look the same, as Unicode's NFKC gives them.
/// </summary>
internal static class CompatibilityForms
{
    private const char FirstRadical = '\u2F00';

    // U+2F00 to U+2FD5, the Kangxi radicals in their order.
    private const string Radicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴"
        + "廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
        + "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵"
        + "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>The plain characters; the same string where it has nothing else.</summary>
    public static string Plain(string value) =>
        value.Any(c => Form(c) is not null) ? string.Concat(value.Select(c => Form(c) ?? c.ToString())) : value;

    private static string? Form(char c) => c switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' or '\uFB06' => "st",
        '\u2E9F' => "母",
        '\u2EF3' => "龟",
        >= FirstRadical and <= '\u2FD5' => Radicals[c - FirstRadical].ToString(),
        _ => null,
    };
}
