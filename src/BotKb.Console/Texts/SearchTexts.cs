namespace BotKb.WebConsole.Texts;

/// <summary>Trying a search and seeing why each hit ranks, for admins.</summary>
public sealed record SearchTexts
{
    public required string Title { get; init; }

    public required string Intro { get; init; }

    public required string KnowledgeBase { get; init; }

    public required string Question { get; init; }

    public required string AsEmail { get; init; }

    public required string AsHint { get; init; }

    public required string Submit { get; init; }

    public required string NoKnowledgeBase { get; init; }

    public required string Nothing { get; init; }

    public required Func<int, long, string> Found { get; init; }

    public required string Score { get; init; }

    public required string Similarity { get; init; }

    public required string Why { get; init; }

    public required string Term { get; init; }

    public required string Kind { get; init; }

    public required string Weight { get; init; }

    public required string Rarity { get; init; }

    public required string Adds { get; init; }

    public required string KindWord { get; init; }

    public required string KindCharacters { get; init; }

    public required string KindTranslation { get; init; }

    public required string KindSynonym { get; init; }

    public required string Sentence { get; init; }

    public required Func<int, string> Page { get; init; }

    public required Func<int, string> Slide { get; init; }

    public required string EmailInvalid { get; init; }

    public static SearchTexts English { get; } = new()
    {
        Title = "Search test",
        Intro = "Shows which passages a question finds, and what each rank is made of.",
        KnowledgeBase = "Knowledge base",
        Question = "Question",
        AsEmail = "As the reader with this e-mail (may be left empty)",
        AsHint = "Empty: what everyone may read.",
        Submit = "Search",
        NoKnowledgeBase = "There is no knowledge base yet.",
        Nothing = "Nothing was found that this reader may read.",
        Found = (first, second) => $"{first} passages in {second} ms",
        Score = "Score",
        Similarity = "similarity",
        Why = "Why it ranks here",
        Term = "Term",
        Kind = "How",
        Weight = "Weight",
        Rarity = "Rarity",
        Adds = "Adds",
        KindWord = "the word itself",
        KindCharacters = "characters",
        KindTranslation = "translation",
        KindSynonym = "synonym",
        Sentence = "Many of the words in one sentence",
        Page = first => $"page {first}",
        Slide = first => $"slide {first}",
        EmailInvalid = "This is not an e-mail address; write one such as anna@example.com.",
    };

    public static SearchTexts Chinese { get; } = new()
    {
        Title = "检索测试",
        Intro = "查看一个问题能找到哪些段落，以及每个排名的依据。",
        KnowledgeBase = "知识库",
        Question = "问题",
        AsEmail = "以此邮箱的读者身份（可留空）",
        AsHint = "留空：仅检索所有人可读的内容。",
        Submit = "检索",
        NoKnowledgeBase = "还没有知识库。",
        Nothing = "没有找到该读者可以阅读的内容。",
        Found = (first, second) => $"{first} 个段落，用时 {second} 毫秒",
        Score = "得分",
        Similarity = "相似度",
        Why = "排名依据",
        Term = "词项",
        Kind = "匹配方式",
        Weight = "权重",
        Rarity = "稀有度",
        Adds = "贡献",
        KindWord = "原词",
        KindCharacters = "字符",
        KindTranslation = "译词",
        KindSynonym = "近义词",
        Sentence = "多个词出现在同一句中",
        Page = first => $"第 {first} 页",
        Slide = first => $"第 {first} 张幻灯片",
        EmailInvalid = "这不是有效的邮箱地址；请填写例如 anna@example.com 的地址。",
    };
}
