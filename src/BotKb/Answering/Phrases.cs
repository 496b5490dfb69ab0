using System.Globalization;

namespace BotKb.Answering;

/// <summary>BotKb's own sentences, in the asker's language.</summary>
internal static class Phrases
{
    /// <summary>The reply to small talk.</summary>
    public static string SmallTalk(SmallTalkKind kind, AskerLanguage language) => kind switch
    {
        SmallTalkKind.Greeting => In(
            language,
            "Hello! I answer questions from your documents. What would you like to know?",
            "你好！我根据你的文档回答问题。你想了解什么？",
            "你好！我根據你的文件回答問題。你想了解什麼？"),
        SmallTalkKind.Thanks => In(
            language,
            "You're welcome. Ask me whenever you need something from the documents.",
            "不客气。需要查文档时随时问我。",
            "不客氣。需要查文件時隨時問我。"),
        SmallTalkKind.Goodbye => In(language, "Goodbye! I am here when you need me.", "再见！需要时随时找我。", "再見！需要時隨時找我。"),
        _ => In(
            language,
            "I find answers in your documents and quote the sentences that say so, each with its source. I only use documents that you may "
            + "read. Ask a whole question in Chinese or English, with the names or codes that you know, for example: "
            + "How many days of annual leave do new employees get?",
            "我在你的文档里找答案，引用原文中的句子并注明出处，而且只用你有权阅读的文档。"
            + "请用中文或英文提一个完整的问题，写上你知道的名称或编号，例如：新员工有几天年假？",
            "我在你的文件裡找答案，引用原文中的句子並註明出處，而且只用你有權閱讀的文件。"
            + "請用中文或英文提一個完整的問題，寫上你知道的名稱或編號，例如：新員工有幾天年假？"),
    };

    /// <summary>The reply to a message without words.</summary>
    public static string NoQuestion(AskerLanguage language) => In(
        language,
        "Please ask a question in words, for example: How do I claim travel expenses?",
        "请用文字提一个问题，例如：差旅费怎么报销？",
        "請用文字提一個問題，例如：差旅費怎麼報銷？");

    /// <summary>The reply to a message that is too long to be one question.</summary>
    public static string TooLong(AskerLanguage language, int length, int limit)
    {
        var (given, most) = (Number(length), Number(limit));
        return In(
            language,
            $"Your message has {given} characters; I read questions of up to {most}. Please ask in fewer words.",
            $"你的消息有 {given} 个字符，我最多读 {most} 个字符的问题。请缩短后再问。",
            $"你的訊息有 {given} 個字元，我最多讀 {most} 個字元的問題。請縮短後再問。");
    }

    /// <summary>The refusal, with the titles of the nearest documents.</summary>
    public static string Refusal(AskerLanguage language, IReadOnlyList<string> titles)
    {
        var nothing = In(
            language,
            "I found nothing about this in the documents that you may read.",
            "在你可以阅读的文档中，我没有找到与此相关的内容。",
            "在你可以閱讀的文件中，我沒有找到與此相關的內容。");
        if (titles.Count == 0)
        {
            return nothing;
        }

        return nothing + In(
            language,
            $" The nearest documents are: {string.Join("; ", titles)}.",
            $"最接近的文档是：{string.Join("；", titles)}。",
            $"最接近的文件是：{string.Join("；", titles)}。");
    }

    /// <summary>Says that the model did not answer and what stands there instead.</summary>
    public static string ModelFailed(AskerLanguage language, ModelFailure failure, bool quoted) => (failure, quoted) switch
    {
        (ModelFailure.Filtered, true) => In(
            language,
            "The language model declined this question because of its provider's content filter; the documents are quoted instead.",
            "语言模型因服务商的内容过滤而没有回答这个问题，以下内容直接引自文档。",
            "語言模型因服務商的內容過濾而沒有回答這個問題，以下內容直接引自文件。"),
        (ModelFailure.Filtered, false) => In(
            language,
            "The language model declined this question because of its provider's content filter.",
            "语言模型因服务商的内容过滤而没有回答这个问题。",
            "語言模型因服務商的內容過濾而沒有回答這個問題。"),
        (_, true) => In(
            language,
            "The language model did not answer; the documents are quoted instead.",
            "语言模型没有回答，以下内容直接引自文档。",
            "語言模型沒有回答，以下內容直接引自文件。"),
        _ => In(language, "The language model did not answer.", "语言模型没有回答。", "語言模型沒有回答。"),
    };

    /// <summary>Says that citations of the model were taken out.</summary>
    public static string InventedCitations(AskerLanguage language) => In(
        language,
        "At least one statement has no source: the language model named one that does not exist. Check it before you rely on it.",
        "至少有一处说法没有出处：语言模型给出的来源并不存在，使用前请核实。",
        "至少有一處說法沒有出處：語言模型給出的來源並不存在，使用前請核實。");

    /// <summary>Says that the model cited nothing.</summary>
    public static string NothingCited(AskerLanguage language) => In(
        language,
        "The language model named no source for this answer. Check it before you rely on it.",
        "语言模型没有为这个回答注明出处，使用前请核实。",
        "語言模型沒有為這個回答註明出處，使用前請核實。");

    /// <summary>Says that the answer ends too early.</summary>
    public static string CutAnswer(AskerLanguage language) => In(
        language,
        "The answer reached its greatest length and ends early. Ask for a part of it to read on.",
        "回答达到长度上限，没有写完。请就其中一部分继续提问。",
        "回答達到長度上限，沒有寫完。請就其中一部分繼續提問。");

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The sentence of three that is in the asker's language.</summary>
    public static string In(AskerLanguage language, string english, string simplified, string traditional) => language switch
    {
        AskerLanguage.SimplifiedChinese => simplified,
        AskerLanguage.TraditionalChinese => traditional,
        _ => english,
    };
}
