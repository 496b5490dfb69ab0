using System.Text.RegularExpressions;
using BotKb.Retrieval.Analysis;

namespace BotKb.Answering;

/// <summary>Recognises messages that are small talk as a whole; a greeting before a question is a question. Pure.</summary>
internal static partial class SmallTalk
{
    private const int Longest = 120;

    // Milliseconds; the patterns take microseconds.
    private const int Limit = 10_000;

    /// <summary>What a message is.</summary>
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

    [GeneratedRegex(@"<at[^>]*>[^<]*</at>|<@[^>]*>|(?<![\w.])@[\w.-]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limit)]
    private static partial Regex Mention();

    // An apostrophe belongs to its word.
    [GeneratedRegex(@"([^\p{L}\p{Nd}\s'’]|\n)+\s*|^\s+|\s+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limit)]
    private static partial Regex Separator();

    [GeneratedRegex(
        @"^(((hi+|hello+|hey+|hiya|howdy|greetings|yo)( (there|all|everyone|everybody|team|folks|bot|botkb|again))*)"
        + @"|good (morning|afternoon|evening|day)( (to you|all|everyone|everybody|team|bot|botkb))*"
        + @"|how are you( doing)?( today)?|how's it going|what's up|nice to meet you|botkb|bot"
        + @"|(你们?|您|大家|各位)好[啊呀哇吖]*|哈[喽啰罗]|嗨+|嘿|喂|(早上|上午|中午|下午|晚上)好[啊呀]*|早安?|午安|你?在吗|在不在|有人吗|最近好吗|你好吗|很高兴认识你|机器人|小助手)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limit)]
    private static partial Regex Greeting();

    [GeneratedRegex(
        @"^((many |ok |okay |great |perfect )?(thanks|thank you|thank u|thankyou|thx|ty|cheers)( (you|a lot|a million|so much|very much|again|much|indeed|bot|botkb|all|everyone|for (your|the) (help|answer|reply|time)))*"
        + @"|(much|really) appreciated|i appreciate (it|that|your help)|(ok|okay|great|perfect|awesome|cool|nice|got it|good|very good|well done|great job|good job|that helps|that's all|no problem)"
        + @"|(非常|太|十分|多)?(谢谢|感谢|多谢|谢|谢啦|谢了)(你们?|您|大家|各位|了|啊|啦|哦|你的(帮助|回答)|您的(帮助|回答))*|辛苦(你|您)?了|好的|好|明白了?|知道了|收到|懂了|太好了|不错|很好|没事了)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limit)]
    private static partial Regex Thanks();

    [GeneratedRegex(
        @"^((good ?bye|bye+|bye bye|see you|see ya|cya|farewell|good night|take care|have a (nice|good|great) (day|evening|weekend|one|night))( (bot|botkb|all|everyone|later|soon|tomorrow|then|for now))*"
        + @"|再见[啦了]*|拜+|拜拜[啦了]*|掰掰|回头见|明天见|下次见|晚安|回见|保重|先这样了?)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limit)]
    private static partial Regex Goodbye();

    [GeneratedRegex(
        @"^((please )?help( me)?( please)?|(can|could) you help( me)?( please)?|i need (some )?help|what (can|could) (you|i) (do|ask|help( me)? with)( you)?( for me)?( here)?|what do you do|what are you( able to do)?"
        + @"|who are you|what is this( bot)?|how (do|can) (i|we) use (you|this|this bot|the bot|botkb)|how do you work|how does (this|it|this bot|botkb) work|what is botkb|commands|usage|instructions"
        + @"|帮助|帮帮我|帮我|求助|(请问)?(你|您)(能|可以|会)(帮我)?(做|干|回答)?(些|点)?(什么|啥|哪些(事|事情|问题))(呢|啊)?|(你|您)有(什么|哪些)(功能|用|本领)|(你|您)是(谁|什么|做什么的)|怎么(使用|用)(你|您|这个机器人)?|如何使用(你|您|这个机器人)?|使用(说明|方法|帮助)|(我)?(能|可以)问(你|您)?(什么|些什么|哪些问题)|功能介绍|介绍一下(你|您)?自己|自我介绍)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Limit)]
    private static partial Regex Help();
}
