namespace BotKb.WebConsole.Texts;

/// <summary>The frame of every page, and what every page may have to say.</summary>
public sealed record FrameTexts
{
    public required string Product { get; init; }

    public required string SkipToContent { get; init; }

    public required string OpenMenu { get; init; }

    public required string Pages { get; init; }

    public required string Chat { get; init; }

    public required string KnowledgeBases { get; init; }

    public required string Members { get; init; }

    public required string Search { get; init; }

    public required string Account { get; init; }

    public required string SignOut { get; init; }

    public required string OtherLanguage { get; init; }

    public required string SwitchLanguage { get; init; }

    public required string Cancel { get; init; }

    public required string Close { get; init; }

    public required string Save { get; init; }

    public required string Loading { get; init; }

    public required string Never { get; init; }

    public required string DatabaseAway { get; init; }

    public required string SessionEnded { get; init; }

    public required string SignInAgain { get; init; }

    public required string NotAllowed { get; init; }

    public required string NotAllowedTitle { get; init; }

    public required string NotFound { get; init; }

    public required string NotFoundTitle { get; init; }

    public required string ToStart { get; init; }

    public required string Failed { get; init; }

    public required string FailedTitle { get; init; }

    public required string TryAgain { get; init; }

    public required string Reconnecting { get; init; }

    public required string ReconnectFailed { get; init; }

    public required string ReconnectRejected { get; init; }

    public required string Reload { get; init; }

    public static FrameTexts English { get; } = new()
    {
        Product = "BotKb",
        SkipToContent = "Skip to the content",
        OpenMenu = "Menu",
        Pages = "Pages",
        Chat = "Chat",
        KnowledgeBases = "Knowledge bases",
        Members = "Members",
        Search = "Search test",
        Account = "My account",
        SignOut = "Sign out",
        OtherLanguage = "中文",
        SwitchLanguage = "中文：把界面切换为中文",
        Cancel = "Cancel",
        Close = "Close",
        Save = "Save",
        Loading = "Loading …",
        Never = "never",
        DatabaseAway = "The database does not answer. Nothing was lost; try again in a moment.",
        SessionEnded = "Your session has ended, or your rights have changed. Sign in again to go on.",
        SignInAgain = "Sign in",
        NotAllowed = "This page is for admins.",
        NotAllowedTitle = "Not allowed",
        NotFound = "There is no such page.",
        NotFoundTitle = "Not found",
        ToStart = "To the start page",
        Failed = "Something unexpected happened. Nothing that was saved is lost. An admin finds the cause in the log under this id:",
        FailedTitle = "Something went wrong",
        TryAgain = "Try again",
        Reconnecting = "The connection to the server is lost. Trying to reconnect …",
        ReconnectFailed = "The server cannot be reached. Check your connection, then reload the page.",
        ReconnectRejected = "The server was restarted. Reload the page to go on.",
        Reload = "Reload",
    };

    public static FrameTexts Chinese { get; } = new()
    {
        Product = "BotKb",
        SkipToContent = "跳到正文",
        OpenMenu = "菜单",
        Pages = "页面",
        Chat = "对话",
        KnowledgeBases = "知识库",
        Members = "成员",
        Search = "检索测试",
        Account = "我的账号",
        SignOut = "退出登录",
        OtherLanguage = "English",
        SwitchLanguage = "English: switch the interface to English",
        Cancel = "取消",
        Close = "关闭",
        Save = "保存",
        Loading = "正在加载……",
        Never = "从未",
        DatabaseAway = "数据库没有响应。没有任何内容丢失，请稍后再试。",
        SessionEnded = "您的会话已结束，或您的权限已变更。请重新登录后继续。",
        SignInAgain = "登录",
        NotAllowed = "此页面仅供管理员使用。",
        NotAllowedTitle = "没有权限",
        NotFound = "没有这个页面。",
        NotFoundTitle = "找不到页面",
        ToStart = "回到首页",
        Failed = "发生了意外错误。已保存的内容没有丢失。管理员可在日志中用此编号查找原因：",
        FailedTitle = "出错了",
        TryAgain = "重试",
        Reconnecting = "与服务器的连接已断开，正在重新连接……",
        ReconnectFailed = "无法连接服务器。请检查网络，然后重新加载页面。",
        ReconnectRejected = "服务器已重新启动。请重新加载页面后继续。",
        Reload = "重新加载",
    };
}
