namespace BotKb.WebConsole.Documents;

/// <summary>What people read around a document, in one language.</summary>
public sealed record DocumentTexts
{
    /// <summary>English.</summary>
    public static DocumentTexts English { get; } = new()
    {
        NotFound = "There is no such document, or you may not read it.",
        Original = "Download the original",
        AtSource = "Open it at its source",
        Empty = "The text of this document has not been read; the original may still be there.",
        Page = "Page {0}",
        Slide = "Slide {0}",
        Sheet = "Sheet {0}",
        Earlier = "Earlier part",
        Later = "Later part",
        Gone = "The original is no longer there.",
        Unreachable = "The original cannot be reached now: try again later.",
    };

    /// <summary>Chinese.</summary>
    public static DocumentTexts Chinese { get; } = new()
    {
        NotFound = "没有这份文档，或您无权阅读。",
        Original = "下载原文件",
        AtSource = "在来源处打开",
        Empty = "尚未读取此文档的文字；原文件可能仍可下载。",
        Page = "第 {0} 页",
        Slide = "第 {0} 张幻灯片",
        Sheet = "工作表 {0}",
        Earlier = "上一部分",
        Later = "下一部分",
        Gone = "原文件已不存在。",
        Unreachable = "现在无法取得原文件：请稍后再试。",
    };

    public required string NotFound { get; init; }

    public required string Original { get; init; }

    public required string AtSource { get; init; }

    public required string Empty { get; init; }

    /// <summary>{0}: its number.</summary>
    public required string Page { get; init; }

    /// <summary>{0}: its number.</summary>
    public required string Slide { get; init; }

    /// <summary>{0}: its name.</summary>
    public required string Sheet { get; init; }

    public required string Earlier { get; init; }

    public required string Later { get; init; }

    public required string Gone { get; init; }

    public required string Unreachable { get; init; }

    /// <summary>The texts of a language such as <c>zh</c> or <c>zh-CN</c>; English for every other one.</summary>
    public static DocumentTexts Of(string? language) =>
        language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Chinese : English;
}
