namespace BotKb.WebConsole.Texts;

/// <summary>The state of the search's index, for admins.</summary>
public sealed record IndexTexts
{
    public required string Title { get; init; }

    public required string Intro { get; init; }

    public required string State { get; init; }

    public required string Warm { get; init; }

    public required string Filling { get; init; }

    public required string Passages { get; init; }

    public required string Segments { get; init; }

    public required string Memory { get; init; }

    public required string LastFill { get; init; }

    public required string CaughtUp { get; init; }

    public required string OldestTransaction { get; init; }

    public required string OldTransaction { get; init; }

    public required string None { get; init; }

    public required Func<double, string> Seconds { get; init; }

    public required string Vectors { get; init; }

    public required string NoVectors { get; init; }

    public required string Model { get; init; }

    public required string Searched { get; init; }

    public required string Building { get; init; }

    public required string Refused { get; init; }

    public required Func<long, long, string> Of { get; init; }

    public static IndexTexts English { get; } = new()
    {
        Title = "Search index",
        Intro = "The copy in memory that this host searches. The database holds everything; the copy is made again at each start.",
        State = "State",
        Warm = "ready",
        Filling = "being filled",
        Passages = "Passages",
        Segments = "Segments",
        Memory = "Memory",
        LastFill = "Last filled in",
        CaughtUp = "Last caught up",
        OldestTransaction = "Oldest open transaction",
        OldTransaction = "A transaction in the database has been open for more than 15 minutes. What it wrote cannot be found until it ends, and PostgreSQL cannot clean up; see pg_stat_activity.",
        None = "none",
        Vectors = "Search by meaning",
        NoVectors = "No embedding model is set: passages are found by their words and their translations. Retrieval:EmbeddingModel in the settings adds one.",
        Model = "Embedding model",
        Searched = "searched",
        Building = "being built",
        Refused = "Refused by the model",
        Of = (done, all) => $"{done:N0} of {all:N0}",
        Seconds = seconds => seconds < 120 ? $"{seconds:0.0} s" : $"{seconds / 60:0} min",
    };

    public static IndexTexts Chinese { get; } = new()
    {
        Title = "检索索引",
        Intro = "本主机检索时使用的内存副本。全部数据都在数据库中；副本在每次启动时重新生成。",
        State = "状态",
        Warm = "就绪",
        Filling = "正在加载",
        Passages = "段落",
        Segments = "分段",
        Memory = "内存",
        LastFill = "上次加载用时",
        CaughtUp = "上次同步时间",
        OldestTransaction = "最早的未结束事务",
        OldTransaction = "数据库中有一个事务已打开超过 15 分钟。在它结束之前，它写入的内容无法被检索，PostgreSQL 也无法清理；请查看 pg_stat_activity。",
        None = "无",
        Vectors = "语义检索",
        NoVectors = "尚未设置嵌入模型：段落按词语及其译文检索。可在设置 Retrieval:EmbeddingModel 中添加。",
        Model = "嵌入模型",
        Searched = "使用中",
        Building = "正在构建",
        Refused = "被模型拒绝",
        Of = (done, all) => $"共 {all:N0} 段，已有向量 {done:N0} 段",
        Seconds = seconds => seconds < 120 ? $"{seconds:0.0} 秒" : $"{seconds / 60:0} 分钟",
    };
}
