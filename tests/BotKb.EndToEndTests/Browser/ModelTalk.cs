using BotKb.WebConsole.Texts;

namespace BotKb.EndToEndTests.Browser;

/// <summary>A question, a follow-up that only makes sense after it, and what the scripted model says to both.</summary>
internal sealed record ModelTalk(
    string Question, string Answer, string AnswerEnd, string FollowUp, string Rewritten, string FollowUpAnswer, string Source)
{
    private static readonly ModelTalk English = new(
        "What does the company pay for a gym?",
        "The company pays **EUR 20 or CNY 150 a month** for a gym or a sports club. [1]\n\nSend the contract once with form HR-331. [1]",
        "form HR-331.",
        "And for a bicycle?",
        "What does the company pay for a bicycle?",
        "In Rotterdam it leases a bicycle worth up to **EUR 1,500** for three years. Apply with form HR-330 by the 10th of the month before. [1]",
        "Benefits overview");

    private static readonly ModelTalk Chinese = new(
        "部门负责人多久审批报销单？",
        "部门负责人在 **3 个工作日**内审批。[1]\n\n财务在 5 个工作日内审核，每周四统一付款。[1]",
        "每周四统一付款。",
        "那预借差旅费呢？",
        "预借差旅费有什么规定？",
        "可以预借，上限为预计费用的 **80%**，用表格 FIN-308 申请；返回后 15 天内冲账。[1]",
        "报销制度");

    /// <summary>In a person's language.</summary>
    public static ModelTalk Of(ConsoleTexts texts) => texts == ConsoleTexts.Chinese ? Chinese : English;
}
