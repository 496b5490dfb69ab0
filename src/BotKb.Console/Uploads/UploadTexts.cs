using BotKb.Knowledge.Uploads;

namespace BotKb.WebConsole.Uploads;

/// <summary>What people read where files are uploaded, in one language.</summary>
public sealed record UploadTexts
{
    /// <summary>English.</summary>
    public static UploadTexts English { get; } = new()
    {
        Title = "Upload files",
        Choose = "Choose files",
        Drop = "or drop them here",
        Readers = "Who may read them",
        ReadersHint = "everyone, nobody, or e-mails and groups such as anna@example.com, group:hr",
        Largest = "At most {0} MB a file.",
        Waiting = "Waiting",
        Stored = "Stored; it is being read now.",
        Uploading = "Uploading {0}",
        Progress = "{0} of {1} files done, {2} not stored",
        BadReaders = "These readers cannot be understood: write 'everyone', 'nobody', or e-mails and groups such as anna@example.com, group:hr.",
        BadRequest = "This is not an upload of files.",
        BadToken = "The page has expired: load it again and upload once more.",
        NoFiles = "There is no file in it.",
        NoConnection = "The connection broke: upload it again.",
        NoName = "It has no file name.",
        HiddenCharacter = "Its name holds an invisible character: rename it.",
        LongName = "Its name is longer than 255 bytes: rename it.",
        NotADocument = "It is a temporary or hidden file of a program, not a document.",
        TooLarge = "It is larger than {0} MB.",
        CutShort = "It was cut short: upload it again.",
        OtherReaders = "A file of this name is here for other readers: delete that one first, or rename this one.",
        Gone = "The knowledge base was deleted, or the upload took too long.",
        NotStored = "The database could not store it: try again, and look at the log if that fails.",
    };

    /// <summary>Chinese.</summary>
    public static UploadTexts Chinese { get; } = new()
    {
        Title = "上传文件",
        Choose = "选择文件",
        Drop = "或拖放到这里",
        Readers = "谁可以阅读",
        ReadersHint = "everyone（所有人）、nobody（无人），或邮箱和组，例如 anna@example.com, group:hr",
        Largest = "每个文件最多 {0} MB。",
        Waiting = "等待中",
        Stored = "已保存，正在读取。",
        Uploading = "正在上传 {0}",
        Progress = "共 {1} 个文件，已完成 {0} 个，{2} 个未保存",
        BadReaders = "无法识别阅读者：请填写 everyone、nobody，或邮箱和组，例如 anna@example.com, group:hr。",
        BadRequest = "这不是文件上传请求。",
        BadToken = "页面已过期：请刷新页面后重新上传。",
        NoFiles = "其中没有文件。",
        NoConnection = "连接中断：请重新上传。",
        NoName = "没有文件名。",
        HiddenCharacter = "文件名含有不可见字符：请重命名。",
        LongName = "文件名超过 255 字节：请重命名。",
        NotADocument = "这是程序的临时文件或隐藏文件，不是文档。",
        TooLarge = "文件超过 {0} MB。",
        CutShort = "文件不完整：请重新上传。",
        OtherReaders = "已有同名文件供其他人阅读：请先删除该文件，或重命名此文件。",
        Gone = "知识库已被删除，或上传耗时过长。",
        NotStored = "数据库无法保存：请重试；若仍失败，请查看日志。",
    };

    public required string Title { get; init; }

    public required string Choose { get; init; }

    public required string Drop { get; init; }

    public required string Readers { get; init; }

    public required string ReadersHint { get; init; }

    /// <summary>{0}: megabytes.</summary>
    public required string Largest { get; init; }

    public required string Waiting { get; init; }

    public required string Stored { get; init; }

    /// <summary>{0}: the file's name.</summary>
    public required string Uploading { get; init; }

    /// <summary>{0}: ended, {1}: all, {2}: not stored.</summary>
    public required string Progress { get; init; }

    public required string BadReaders { get; init; }

    public required string BadRequest { get; init; }

    public required string BadToken { get; init; }

    public required string NoFiles { get; init; }

    public required string NoConnection { get; init; }

    public required string NoName { get; init; }

    public required string HiddenCharacter { get; init; }

    public required string LongName { get; init; }

    public required string NotADocument { get; init; }

    /// <summary>{0}: megabytes.</summary>
    public required string TooLarge { get; init; }

    public required string CutShort { get; init; }

    public required string OtherReaders { get; init; }

    public required string Gone { get; init; }

    public required string NotStored { get; init; }

    /// <summary>The texts of a language such as <c>zh</c> or <c>zh-CN</c>; English for every other one.</summary>
    public static UploadTexts Of(string? language) =>
        language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Chinese : English;

    /// <summary>The sentence for a refusal.</summary>
    internal string Reason(UploadRefusal refusal, int mostMegabytes) => refusal switch
    {
        UploadRefusal.NoName => NoName,
        UploadRefusal.HiddenCharacter => HiddenCharacter,
        UploadRefusal.LongName => LongName,
        UploadRefusal.NotADocument => NotADocument,
        UploadRefusal.TooLarge => string.Format(null, TooLarge, mostMegabytes),
        UploadRefusal.CutShort => CutShort,
        UploadRefusal.OtherReaders => OtherReaders,
        UploadRefusal.Gone => Gone,
        _ => NotStored,
    };
}
