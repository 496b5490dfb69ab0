namespace BotKb.WebConsole.Chat;

/// <summary>What people read around a conversation, in one language.</summary>
public sealed record ChatTexts
{
    /// <summary>English.</summary>
    public static ChatTexts English { get; } = new()
    {
        Title = "Chat",
        New = "New conversation",
        Conversations = "Conversations",
        NoConversations = "None yet: ask your first question.",
        More = "Show more",
        Close = "Close",
        Delete = "Delete “{0}”",
        DeleteSure = "Delete this conversation for good?",
        DeleteYes = "Delete",
        DeleteNo = "Keep",
        KnowledgeBase = "Knowledge base",
        NoKnowledge = "There is nothing yet that you may read. Ask your admin to add documents or to give you access.",
        NoKnowledgeAdmin = "There is no document yet that you may read. Add some, then come back and ask.",
        ToKnowledgeBases = "To the knowledge bases",
        Quoted = "No language model is set up: answers are quoted from the documents, word for word.",
        Dismiss = "Do not show this again",
        Welcome = "What would you like to know?",
        WelcomeHint = "Every answer names the documents that it comes from.",
        NotFound = "There is no such conversation.",
        Question = "Your question",
        QuestionHint = "Ask a question …",
        Keys = "Enter sends, Shift + Enter begins a new line, Esc stops the answer.",
        Send = "Send",
        TooLong = "The question is longer than {0} characters. Shorten it; nothing was sent.",
        NotSent = "The database does not answer. Your question was not sent and is still in the box: send it again in a moment.",
        Away = "The database does not answer; trying again …",
        You = "You asked",
        Reply = "Answer",
        Sending = "Sending …",
        Waiting = "Waiting for the answer before it …",
        Searching = "Answering …",
        Stop = "Stop",
        Stopped = "Stopped.",
        Failed = "This question was not answered.",
        Withheld = "This answer is not shown: you may no longer read a document that it quotes.",
        Notice = "Note",
        Sources = "Sources",
        Source = "Source {0}",
        Nearest = "The nearest documents",
        Page = "Page {0}",
        Slide = "Slide {0}",
        Sheet = "Sheet {0}",
        Table = "Table",
        Copy = "Copy the answer with its sources",
        Copied = "Copied",
        Rate = "Was this answer good?",
        Good = "Good answer",
        Bad = "Bad answer",
        WhatWasWrong = "What was wrong? (optional)",
        SendComment = "Send",
        NoComment = "No comment",
        Thanks = "Thank you.",
        NotKept = "Not saved: try again in a moment.",
        Announced = "Answer: {0}",
    };

    /// <summary>Chinese.</summary>
    public static ChatTexts Chinese { get; } = new()
    {
        Title = "对话",
        New = "新对话",
        Conversations = "对话记录",
        NoConversations = "还没有对话：请提出您的第一个问题。",
        More = "显示更多",
        Close = "关闭",
        Delete = "删除“{0}”",
        DeleteSure = "永久删除这个对话？",
        DeleteYes = "删除",
        DeleteNo = "保留",
        KnowledgeBase = "知识库",
        NoKnowledge = "目前没有您可以阅读的文档。请联系管理员添加文档或授予您权限。",
        NoKnowledgeAdmin = "目前没有您可以阅读的文档。请先添加文档，再回来提问。",
        ToKnowledgeBases = "前往知识库",
        Quoted = "尚未设置语言模型：回答逐字引自文档原文。",
        Dismiss = "不再显示",
        Welcome = "您想了解什么？",
        WelcomeHint = "每个回答都会注明所依据的文档。",
        NotFound = "没有这个对话。",
        Question = "您的问题",
        QuestionHint = "请输入问题……",
        Keys = "Enter 发送，Shift + Enter 换行，Esc 停止回答。",
        Send = "发送",
        TooLong = "问题超过 {0} 个字符。请缩短后再发送，目前尚未发送。",
        NotSent = "数据库没有响应。问题尚未发送，仍保留在输入框中，请稍后再次发送。",
        Away = "数据库没有响应，正在重试……",
        You = "您的提问",
        Reply = "回答",
        Sending = "正在发送……",
        Waiting = "等待上一个回答完成……",
        Searching = "正在回答……",
        Stop = "停止",
        Stopped = "已停止。",
        Failed = "这个问题没有得到回答。",
        Withheld = "此回答不再显示：您已无权阅读其中引用的某份文档。",
        Notice = "说明",
        Sources = "来源",
        Source = "来源 {0}",
        Nearest = "最接近的文档",
        Page = "第 {0} 页",
        Slide = "第 {0} 张幻灯片",
        Sheet = "工作表 {0}",
        Table = "表格",
        Copy = "复制回答及其来源",
        Copied = "已复制",
        Rate = "这个回答好吗？",
        Good = "回答得好",
        Bad = "回答得不好",
        WhatWasWrong = "哪里不对？（可不填）",
        SendComment = "提交",
        NoComment = "不填写",
        Thanks = "谢谢。",
        NotKept = "未能保存，请稍后再试。",
        Announced = "回答：{0}",
    };

    public required string Title { get; init; }

    public required string New { get; init; }

    public required string Conversations { get; init; }

    public required string NoConversations { get; init; }

    public required string More { get; init; }

    public required string Close { get; init; }

    /// <summary>{0}: the conversation's title.</summary>
    public required string Delete { get; init; }

    public required string DeleteSure { get; init; }

    public required string DeleteYes { get; init; }

    public required string DeleteNo { get; init; }

    public required string KnowledgeBase { get; init; }

    public required string NoKnowledge { get; init; }

    public required string NoKnowledgeAdmin { get; init; }

    public required string ToKnowledgeBases { get; init; }

    public required string Quoted { get; init; }

    public required string Dismiss { get; init; }

    public required string Welcome { get; init; }

    public required string WelcomeHint { get; init; }

    public required string NotFound { get; init; }

    public required string Question { get; init; }

    public required string QuestionHint { get; init; }

    public required string Keys { get; init; }

    public required string Send { get; init; }

    /// <summary>{0}: how many there may be.</summary>
    public required string TooLong { get; init; }

    public required string NotSent { get; init; }

    public required string Away { get; init; }

    public required string You { get; init; }

    public required string Reply { get; init; }

    public required string Sending { get; init; }

    public required string Waiting { get; init; }

    public required string Searching { get; init; }

    public required string Stop { get; init; }

    public required string Stopped { get; init; }

    public required string Failed { get; init; }

    public required string Withheld { get; init; }

    public required string Notice { get; init; }

    public required string Sources { get; init; }

    /// <summary>{0}: its number.</summary>
    public required string Source { get; init; }

    public required string Nearest { get; init; }

    /// <summary>{0}: its number.</summary>
    public required string Page { get; init; }

    /// <summary>{0}: its number.</summary>
    public required string Slide { get; init; }

    /// <summary>{0}: its name.</summary>
    public required string Sheet { get; init; }

    public required string Table { get; init; }

    public required string Copy { get; init; }

    public required string Copied { get; init; }

    public required string Rate { get; init; }

    public required string Good { get; init; }

    public required string Bad { get; init; }

    public required string WhatWasWrong { get; init; }

    public required string SendComment { get; init; }

    public required string NoComment { get; init; }

    public required string Thanks { get; init; }

    public required string NotKept { get; init; }

    /// <summary>{0}: the answer.</summary>
    public required string Announced { get; init; }
}
