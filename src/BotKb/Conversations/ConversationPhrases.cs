using BotKb.Answering;

namespace BotKb.Conversations;

/// <summary>What an asker is told when a turn ends without an answer, in the language of the question.</summary>
internal static class ConversationPhrases
{
    public static string TookTooLong(string question, string id) => Phrases.In(
        AskerLanguages.Of(question),
        $"The answer took too long and was given up. Please ask again; if it happens again, tell your admin this id: {id}",
        $"回答用时过长，已放弃。请再问一次；如果再次出现，请把这个编号告诉管理员：{id}",
        $"回答用時過長，已放棄。請再問一次；如果再次出現，請把這個編號告訴管理員：{id}");

    public static string TriedTooOften(string question, string id) => Phrases.In(
        AskerLanguages.Of(question),
        $"I tried several times and could not answer this. Please ask again later, or tell your admin this id: {id}",
        $"我试了多次仍无法回答。请稍后再问，或把这个编号告诉管理员：{id}",
        $"我試了多次仍無法回答。請稍後再問，或把這個編號告訴管理員：{id}");

    public static string Failed(string question, string id) => Phrases.In(
        AskerLanguages.Of(question),
        $"Something went wrong while I was answering. Please ask again; if it happens again, tell your admin this id: {id}",
        $"回答时出了问题。请再问一次；如果再次出现，请把这个编号告诉管理员：{id}",
        $"回答時出了問題。請再問一次；如果再次出現，請把這個編號告訴管理員：{id}");
}
