using System.Text.RegularExpressions;

namespace BotKb.Answering.FollowUps;

/// <summary>Tells Chinese follow-up questions: 那经理呢 · 柏林呢 · 它有效期多长 · 这个怎么申请 · 该政策… · 为什么.</summary>
internal static partial class ChineseFollowUps
{
    private const int LongestFragment = 16;
    private const int ActingCharacters = 4;
    private const int ShortTopic = 3;

    // Milliseconds; the patterns take microseconds.
    private const int Limit = 10_000;

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    /// <summary>What the message leaves out; null where it stands alone.</summary>
    public static FollowUp? Read(string text)
    {
        var asked = text.TrimEnd('?', '？', '。', '.', '!', '！', ' ');
        var lead = Lead().Match(asked);
        var rest = asked[lead.Length..].Trim(' ', '，', ',');
        var named = Named(rest);
        if (named == 0)
        {
            return new FollowUp(null);
        }

        var whole = Asks().IsMatch(rest);
        var topic = Particle().Replace(rest, "");
        if (!whole && topic.Length <= LongestFragment && !Pronoun().IsMatch(topic) && (lead.Success || topic.Length < rest.Length || IsTopic(text, named)))
        {
            return new FollowUp(topic);
        }

        return Refers(rest) || (lead.Success && whole && named <= 2) ? new FollowUp(null) : null;
    }

    // 经理？ after a question is about the same thing.
    private static bool IsTopic(string text, int named) => named <= ShortTopic && text[^1] is '?' or '？';

    // A pronoun with nothing before it that it could stand for. Within one clause the few characters before it act on it.
    private static bool Refers(string text)
    {
        var clean = NoReference().Replace(text, match => new string('_', match.Length));
        var pronoun = Pronoun().Match(clean);
        if (!pronoun.Success)
        {
            return false;
        }

        var before = text[..pronoun.Index];
        return Named(before) <= (Clause().IsMatch(before) ? 0 : ActingCharacters);
    }

    private static int Named(string text) => Empty().Replace(text, "").Count(char.IsLetterOrDigit);

    [GeneratedRegex(@"^(那[么麼]?|还有|還有|以及|另外|然后|然後|但是?|可是|而|如果是|要是|换成|換成|对于|對於)(?=.)(?![个個些里裡种種时時位份項项条條])", Options, Limit)]
    private static partial Regex Lead();

    [GeneratedRegex(@"[呢吗嗎么]+$", Options, Limit)]
    private static partial Regex Particle();

    [GeneratedRegex(
        """
        什[么麼幺] | 怎[么麼幺样樣] | 如何 | 多(少|久|长|長|大|高|远|遠|快) | 几 | 幾 | 谁 | 誰 | 哪 | 何时 | 何時 | 何处 | 何處 | 为何 | 為何 | 是否 | 能否 | 可否
        | 吗 | 嗎 | 是不是 | 能不能 | 可不可以 | 有没有 | 有沒有 | 要不要 | 会不会 | 會不會 | 需不需要
        """,
        Options,
        Limit)]
    private static partial Regex Asks();

    // Words that name nothing.
    [GeneratedRegex(
        """
        为什[么麼]|為什[么麼]|什[么麼]时候|什[么麼]時候|什[么麼]|怎[么麼](办|辦|样|樣)?|怎样|怎樣|如何|多(少|久|长|長|大|高|远|遠|快)|谁|誰|哪(里|裡|儿|些|个|個|天|种|種)?|何时|何時|为何|為何
        |是否|能否|可否|可以|可不可以|需要|需不需要|应该|應該|能不能|要不要|有没有|有沒有|是不是|会不会|會不會|请问|請問|告诉|告訴|具体|具體|详细|詳細|一下|一点|一些|几|幾|个|個
        |它们|它們|他们|他們|她们|她們|这|這|那|些|种|種|项|項|它|他|她|该|該|此|其|上述|前者|后者|後者|的话|的話|然后|然後|还|還|也|都|就|又|再|才|只|最|很|真|不|没|沒
        |的|了|呢|吗|嗎|吧|啊|呀|是|有|在|要|会|會|能|得|我|你|您|我们|我們|你们|你們|们|們|和|与|跟|对|對|把|被|给|給|从|從|到|为|為|由|按|说|說|钱|錢|时候|時候|里|裡|份|条|條|位|样|樣
        """,
        Options,
        Limit)]
    private static partial Regex Empty();

    [GeneratedRegex(
        """
        它们? | 它們 | (?<![其吉])[他她](们|們)? | [这這那][个個些里裡种種样樣项項份条條位] | [这這那](?!么|麼|_) | 上述 | 前者 | 后者 | 後者 | 同样 | 同樣
        | (?<![应應我你不也都就])[该該](?!怎|如何|找|去|用|向|在|由|从|從|不|做|选|選|交|填|走|谁|誰|何|提|联|聯|带|帶|准|準)
        | (?<![因如彼就对對])此(?![外时時后後前刻]) | (?<![尤极極与與])其(?![他它中实實余餘次])
        """,
        Options,
        Limit)]
    private static partial Regex Pronoun();

    // Words that look like references and are none.
    [GeneratedRegex(@"[这這]个?個?(月|周|週|星期|礼拜|禮拜|年|季度|学期|學期|季) | [这這]里的?(公司) | [应應][该該] | 其[他它中实實余餘次] | 因此 | 此外 | 如此 | 从此 | 從此 | 那[么麼]", Options, Limit)]
    private static partial Regex NoReference();

    [GeneratedRegex(@"[，,；;。] | 之?[后後时時] | 并且?|並且?|然后|然後|如果|和|与|與|或", Options, Limit)]
    private static partial Regex Clause();
}
