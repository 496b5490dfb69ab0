namespace BotKb.Channels.Web;

/// <summary>The sentences of the chat's HTTP API, in one language.</summary>
internal sealed record ChatApiTexts
{
    public static ChatApiTexts English { get; } = new()
    {
        NotFound = "There is no such conversation, turn or knowledge base.",
        BadJson = "The body is not the JSON that this address expects.",
        TooLarge = "The body is larger than 1 MiB.",
        BadToken = "The header RequestVerificationToken is missing or wrong: get a new token from /api/antiforgery.",
        NoAccount = "The signed-in account has no e-mail address.",
        NoMessageId = "messageId must be a GUID that the client makes for each message.",
        NoText = "text is empty.",
        LongText = "text is longer than 100000 characters.",
        NoKnowledgeBase = "knowledgeBases must name 1 to 100 knowledge bases.",
        NoRating = "rating must be 1, -1 or 0.",
        Away = "The database does not answer; nothing was lost. Try again in a moment.",
    };

    public static ChatApiTexts Chinese { get; } = new()
    {
        NotFound = "没有这个对话、回合或知识库。",
        BadJson = "请求正文不是此地址所需的 JSON。",
        TooLarge = "请求正文超过 1 MiB。",
        BadToken = "请求头 RequestVerificationToken 缺失或错误：请从 /api/antiforgery 获取新令牌。",
        NoAccount = "当前登录的账号没有电子邮件地址。",
        NoMessageId = "messageId 必须是客户端为每条消息生成的 GUID。",
        NoText = "text 为空。",
        LongText = "text 超过 100000 个字符。",
        NoKnowledgeBase = "knowledgeBases 必须包含 1 至 100 个知识库。",
        NoRating = "rating 必须是 1、-1 或 0。",
        Away = "数据库没有响应，没有任何内容丢失，请稍后再试。",
    };

    public required string NotFound { get; init; }

    public required string BadJson { get; init; }

    public required string TooLarge { get; init; }

    public required string BadToken { get; init; }

    public required string NoAccount { get; init; }

    public required string NoMessageId { get; init; }

    public required string NoText { get; init; }

    public required string LongText { get; init; }

    public required string NoKnowledgeBase { get; init; }

    public required string NoRating { get; init; }

    public required string Away { get; init; }

    /// <summary>The texts for an Accept-Language header; English where it does not begin with Chinese.</summary>
    public static ChatApiTexts Of(string acceptLanguage) =>
        acceptLanguage.TrimStart().StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;
}
