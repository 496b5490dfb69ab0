using System.Text.RegularExpressions;
using BotKb.Retrieval.Analysis;

namespace BotKb.Answering;

/// <summary>Recognises messages that are small talk as a whole; a greeting before a question is a question. Pure.</summary>
internal static partial class SmallTalk
{
    private const int Longest = 120;

    // Milliseconds; the patterns take microseconds.
    private const int Limit = 10_000;

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    /// <summary>What a message is; of several kinds the one that asks for most.</summary>
    public static SmallTalkKind Recognise(string message)
    {
        if (message.Length > Longest)
        {
            return SmallTalkKind.None;
        }

        var kind = SmallTalkKind.None;
        foreach (var part in Parts(message))
        {
            var found = KindOf(part);
            if (found == SmallTalkKind.None)
            {
                return SmallTalkKind.None;
            }

            kind = found > kind ? found : kind;
        }

        return kind;
    }

    /// <summary>The message without mentions of people or bots.</summary>
    public static string WithoutMentions(string message) => Mention().Replace(message, " ").Trim();

    private static IEnumerable<string> Parts(string message) =>
        Separator().Split(TextFolding.Fold(WithoutMentions(message)).ToLowerInvariant()).Where(part => part.Length > 0);

    private static SmallTalkKind KindOf(string part) => part switch
    {
        _ when Help().IsMatch(part) => SmallTalkKind.Help,
        _ when Thanks().IsMatch(part) => SmallTalkKind.Thanks,
        _ when Goodbye().IsMatch(part) => SmallTalkKind.Goodbye,
        _ when Greeting().IsMatch(part) => SmallTalkKind.Greeting,
        _ => SmallTalkKind.None,
    };

    [GeneratedRegex(@"<at[^>]*>[^<]*</at> | <@[^>]*> | (?<![\w.])@[\w.-]+", Options | RegexOptions.IgnoreCase, Limit)]
    private static partial Regex Mention();

    // An apostrophe belongs to its word.
    [GeneratedRegex(@"([^\p{L}\p{Nd}\s'’]|\n)+\s* | ^\s+ | \s+$", Options, Limit)]
    private static partial Regex Separator();

    [GeneratedRegex(
        """
        ^(
          (hi+|hello+|hey+|hiya|howdy|greetings|yo) (\s(there|all|everyone|everybody|team|folks|bot|botkb|again))*
          | good\s(morning|afternoon|evening|day) (\s(to\syou|all|everyone|everybody|team|bot|botkb))*
          | how\sare\syou(\sdoing)?(\stoday)? | how['’]s\sit\sgoing | what['’]s\sup | nice\sto\smeet\syou | botkb | bot | team | all | everyone
          | (你们?|您|大家|各位)好[啊呀哇]* | 哈[喽啰罗] | 嗨+ | 嘿 | 喂 | (早上|上午|中午|下午|晚上)好[啊呀]* | 早安? | 午安
          | 你?在吗 | 在不在 | 有人吗 | 最近好吗 | 你好吗 | 很高兴认识你 | 机器人 | 小助手
        )\s*$
        """,
        Options,
        Limit)]
    private static partial Regex Greeting();

    [GeneratedRegex(
        """
        ^(
          ((many|ok|okay|great|perfect)\s)? (thanks|thank\syou|thank\su|thankyou|thx|ty|cheers)
            (\s(you|a\slot|a\smillion|so\smuch|very\smuch|again|much|indeed|bot|botkb|all|everyone|for\s(your|the)\s(help|answer|reply|time)))*
          | (much|really)\sappreciated | i\sappreciate\s(it|that|your\shelp)
          | ok | okay | great | perfect | awesome | cool | nice | got\sit | good | very\sgood | well\sdone | great\sjob | good\sjob | that\shelps
          | that['’]s\sall | no\sproblem
          | (非常|太|十分|多)? (谢谢|感谢|多谢|谢啦|谢了) (你们?|您|大家|各位|了|啊|啦|哦|[你您]的(帮助|回答))*
          | 辛苦[你您]?了 | 好的? | 明白了? | 知道了 | 收到 | 懂了 | 太好了 | 不错 | 很好 | 没事了
        )\s*$
        """,
        Options,
        Limit)]
    private static partial Regex Thanks();

    [GeneratedRegex(
        """
        ^(
          (good\s?bye|bye+|bye\sbye|see\syou|see\sya|cya|farewell|good\snight|take\scare|have\sa\s(nice|good|great)\s(day|evening|weekend|one))
            (\s(bot|botkb|all|everyone|later|soon|tomorrow|then|for\snow))*
          | 再见[啦了]* | 拜+[啦了]* | 掰掰 | 回头见 | 明天见 | 下次见 | 晚安 | 回见 | 保重 | 先这样了?
        )\s*$
        """,
        Options,
        Limit)]
    private static partial Regex Goodbye();

    // Folding brings 么 and 麼 to 幺.
    [GeneratedRegex(
        """
        ^(
          (please\s)?help(\sme)?(\splease)? | (can|could)\syou\shelp(\sme)?(\splease)? | i\sneed\s(some\s)?help
          | what\s(can|could)\s(you|i)\s(do|ask|help(\sme)?\swith)(\syou)?(\sfor\sme)?(\shere)? | what\sdo\syou\sdo
          | what\sare\syou(\sable\sto\sdo)? | who\sare\syou | what\sis\s(this(\sbot)?|botkb) | how\sdo\syou\swork
          | how\s(do|can)\s(i|we)\suse\s(you|this|this\sbot|the\sbot|botkb) | how\sdoes\s(this|it|this\sbot|botkb)\swork
          | commands | usage | instructions
          | 帮助 | 帮帮我 | 帮我 | 求助
          | (请问)?[你您](能|可以|会)(帮我)?(做|干|回答)?[些点]?(什[么幺]|啥|哪些(事|事情|问题))[呢啊]?
          | [你您]有(什[么幺]|哪些)(功能|用|本领) | [你您]是(谁|什[么幺]|做什[么幺]的)
          | (怎[么幺](使用|用)|如何使用)([你您]|这个机器人)? | 使用(说明|方法|帮助) | 我?(能|可以)问[你您]?(什[么幺]|些什[么幺]|哪些问题)
          | 功能介绍 | 介绍一下[你您]?自己 | 自我介绍
        )\s*$
        """,
        Options,
        Limit)]
    private static partial Regex Help();
}
