using System.Text.RegularExpressions;

namespace BotKb.Answering;

/// <summary>Reads what kind of thing a question asks for, and finds such things in sentences; Chinese in either script, and English.</summary>
internal static partial class Cues
{
    // Milliseconds; the patterns take microseconds.
    private const int Limit = 10_000;

    private const RegexOptions AnyCase = CaseCounts | RegexOptions.IgnoreCase;
    private const RegexOptions CaseCounts = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    private static readonly (QuestionCues Cue, Regex Form)[] Forms =
    [
        (QuestionCues.Number, Number()),
        (QuestionCues.Time, Time()),
        (QuestionCues.Name, Name()),
        (QuestionCues.Place, Place()),
        (QuestionCues.Reason, Reason()),
    ];

    /// <summary>What a question asks for.</summary>
    public static QuestionCues AskedBy(string question)
    {
        var asked = TimeQuestion().IsMatch(question) ? QuestionCues.Time
            : NumberQuestion().IsMatch(question) ? QuestionCues.Number
            : QuestionCues.None;
        asked |= NameQuestion().IsMatch(question) ? QuestionCues.Name : QuestionCues.None;
        asked |= PlaceQuestion().IsMatch(question) ? QuestionCues.Place : QuestionCues.None;
        return asked | (ReasonQuestion().IsMatch(question) ? QuestionCues.Reason : QuestionCues.None);
    }

    /// <summary>What a sentence holds of the things asked for, leaving out those that the question names itself.</summary>
    public static QuestionCues In(string sentence, QuestionCues asked, string question)
    {
        var found = QuestionCues.None;
        foreach (var (cue, form) in Forms)
        {
            if (asked.HasFlag(cue) && HasNew(form, sentence, question))
            {
                found |= cue;
            }
        }

        return found;
    }

    private static bool HasNew(Regex form, string sentence, string question)
    {
        foreach (var match in form.EnumerateMatches(sentence))
        {
            if (!question.AsSpan().Contains(sentence.AsSpan(match.Index, match.Length), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(
        """
        \bwhen\b | \b(what|which)\s+(year|date|day|month|century|decade|time|season)\b | \bhow\s(long\sago|soon|late|early)\b
        | 什[么麼][时時][候间間] | 何[时時] | 哪一?[年天日月] | [几幾][年月日号號点點] | [时時][间間] | 年份 | 日期 | 世[纪紀] | 年代 | 多久
        """,
        AnyCase,
        Limit)]
    private static partial Regex TimeQuestion();

    [GeneratedRegex(
        """
        \bhow\s+(many|much|far|long|big|large|high|tall|old|often|deep|wide|fast|heavy|hot|cold)\b
        | \bwhat\s+(percent|percentage|number|amount|fraction|proportion|share|age|size|rate|population|temperature)\b
        | 多少 | [几幾][个個种種位名次人家座条條本部所岁歲天周週倍米里层層] | 多[大长長高远遠重深宽寬快] | 第[几幾] | 人口 | 比例 | 百分 | 面[积積]
        | [数數]量 | 人[数數]
        """,
        AnyCase,
        Limit)]
    private static partial Regex NumberQuestion();

    [GeneratedRegex(
        """
        \bwho(m|se)?\b
        | \b(what|which)\s+(person|man|woman|king|queen|company|organi[sz]ation|team|group|actor|author|president|leader|scientist)\b
        | 谁 | 誰 | 何人 | 哪一?[位名家] | 什[么麼](人|名字) | 哪些人
        """,
        AnyCase,
        Limit)]
    private static partial Regex NameQuestion();

    [GeneratedRegex(
        """
        \bwhere\b
        | \b(what|which)\s+(city|country|state|place|region|area|continent|town|river|county|province|island|location)\b
        | 哪[里裡裏儿兒] | 何[处處地] | 在哪 | 什[么麼]地[方区區] | 哪一?[个個座]?([国國](家)? | 城市 | 地[方区區] | 省 | 市 | [县縣] | [州洲])
        """,
        AnyCase,
        Limit)]
    private static partial Regex PlaceQuestion();

    [GeneratedRegex(@"\bwhy\b | \bwhat\s+(reason|caused?)\b | [为為](什[么麼]|何) | 原因 | 因何 | 怎[会會]", AnyCase, Limit)]
    private static partial Regex ReasonQuestion();

    [GeneratedRegex(
        """
        \d[\d,.]*
        | \b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion)\b
        | \b(half|third|quarter|once|twice|dozen|several|none)\b
        | [一二两兩三四五六七八九十百千万萬亿億]+[个個种種位名次人间間家座条條本部所岁歲天周週倍米里层層年分点點]
        """,
        AnyCase,
        Limit)]
    private static partial Regex Number();

    [GeneratedRegex(
        """
        \b\d{3,4}s?\b | \b\d{1,2}(st|nd|rd|th)\b | \d:\d\d
        | \b(January|February|March|April|May|June|July|August|September|October|November|December)\b
        | \b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b
        | \b(century|centuries|years?|months?|days?|weeks?|hours?|minutes?|decades?|spring|summer|autumn|winter)\b
        | [\d一二三四五六七八九十〇零]\s*[年月日号號天周週点點] | 世[纪紀] | 年代 | [时時]期 | 小[时時] | 分[钟鐘]
        """,
        CaseCounts,
        Limit)]
    private static partial Regex Time();

    // A capital within a sentence; a surname before one or two more characters; a title.
    [GeneratedRegex(
        """
        (?<=[\p{L}\d,;:’'"”)]\s)["“]?\p{Lu}[\p{L}'’.-]+
        | \p{IsCJKUnifiedIdeographs}[·‧・]\p{IsCJKUnifiedIdeographs}
        | [王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇
           魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫
           孔向汤湯]\p{IsCJKUnifiedIdeographs}{1,2}
        | 公司 | 集[团團] | [总總][统統] | 皇帝 | [导導]演 | 先生 | 女士 | 教授 | 博士
        """,
        CaseCounts,
        Limit)]
    private static partial Regex Name();

    [GeneratedRegex(
        """
        (?<=\b(in|at|from|to|near|of|on|off|across|between|and|into|outside|inside)\s(the\s)?)\p{Lu}[\p{L}'’.-]+
        | \b(north|south|east|west|coast|border|valley|river|island|street|building|room|office|floor)\w*
        | \p{IsCJKUnifiedIdeographs}[省市县縣区區国國州洲镇鎮乡鄉村山河江湖海岛島路街站港湾灣寺宫宮城] | 位[于於] | [东東西南北][部方面边邊]
        """,
        CaseCounts,
        Limit)]
    private static partial Regex Place();

    [GeneratedRegex(
        """
        \b(because|due\sto|owing\sto|since|as\sa\sresult|in\sorder\sto|so\sthat|therefore|caused?|reason|result(ed|ing)?|led\sto|thanks\sto)\b
        | 因[为為此] | 由[于於] | 所以 | [导導]致 | 以便 | [为為]了 | 使得 | 原因 | 鉴于 | 鑑於
        """,
        AnyCase,
        Limit)]
    private static partial Regex Reason();
}
