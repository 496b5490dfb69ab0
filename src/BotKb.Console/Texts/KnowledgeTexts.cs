namespace BotKb.WebConsole.Texts;

/// <summary>Knowledge bases, their sources and documents, for admins.</summary>
public sealed record KnowledgeTexts
{
    public required string Title { get; init; }

    public required string Intro { get; init; }

    public required string Create { get; init; }

    public required string NewName { get; init; }

    public required string NameTaken { get; init; }

    public required Func<int, string> NameInvalid { get; init; }

    public required string Empty { get; init; }

    public required string Name { get; init; }

    public required string Sources { get; init; }

    public required string Documents { get; init; }

    public required string Searchable { get; init; }

    public required string Passages { get; init; }

    public required string State { get; init; }

    public required string Actions { get; init; }

    public required string Delete { get; init; }

    public required Func<string, string> DeleteNamed { get; init; }

    public required Func<string, string> ConfirmDeleteTitle { get; init; }

    public required string ConfirmDelete { get; init; }

    public required Func<string, string> TypeName { get; init; }

    public required string Gone { get; init; }

    public required Func<int, int, long, string> Counts { get; init; }

    public required string Back { get; init; }

    public required string NoSources { get; init; }

    public required string Location { get; init; }

    public required string Readers { get; init; }

    public required string LastSync { get; init; }

    public required string SyncNow { get; init; }

    public required Func<string, string> SyncNamed { get; init; }

    public required string Remove { get; init; }

    public required Func<string, string> RemoveNamed { get; init; }

    public required string ConfirmRemoveTitle { get; init; }

    public required Func<string, string> ConfirmRemove { get; init; }

    public required string Waiting { get; init; }

    public required Func<int, string> Listing { get; init; }

    public required Func<int, int, string> Reading { get; init; }

    public required string UpToDate { get; init; }

    public required string SyncFailed { get; init; }

    public required string NotSynced { get; init; }

    public required Func<int, string> Problems { get; init; }

    public required string AddFolder { get; init; }

    public required string Folder { get; init; }

    public required string FolderHint { get; init; }

    public required string WhoReads { get; init; }

    public required string Everyone { get; init; }

    public required string Only { get; init; }

    public required string ReadersList { get; init; }

    public required string ReadersHint { get; init; }

    public required string FolderRules { get; init; }

    public required string FolderRulesHint { get; init; }

    public required Func<string, string> Added { get; init; }

    public required string ReadersNeeded { get; init; }

    public required string Filter { get; init; }

    public required string AllSources { get; init; }

    public required string Source { get; init; }

    public required string AllStates { get; init; }

    public required string Document { get; init; }

    public required string Size { get; init; }

    public required string Modified { get; init; }

    public required Func<int, int, int, string> Range { get; init; }

    public required string None { get; init; }

    public required string Previous { get; init; }

    public required string Next { get; init; }

    public required string StatusPending { get; init; }

    public required string StatusIndexed { get; init; }

    public required string StatusSkipped { get; init; }

    public required string StatusCorrupt { get; init; }

    public required string StatusEncrypted { get; init; }

    public required string StatusBomb { get; init; }

    public required string StatusEmpty { get; init; }

    public required string StatusNoText { get; init; }

    public required string StatusUnsupported { get; init; }

    public required string StatusTooLarge { get; init; }

    public required string StatusTimeout { get; init; }

    public required string Uploads { get; init; }

    /// <summary>First: who may read them.</summary>
    public required Func<string, string> UploadsFor { get; init; }

    public required string ConfirmRemoveUploads { get; init; }

    public static KnowledgeTexts English { get; } = new()
    {
        Title = "Knowledge bases",
        Intro = "A knowledge base is a named collection of sources that questions are asked of.",
        Create = "Create",
        NewName = "Name of a new knowledge base",
        NameTaken = "There is a knowledge base with this name already; choose another one.",
        NameInvalid = first => $"The name has 1 to {first} characters.",
        Empty = "There is no knowledge base yet. Create the first one.",
        Name = "Name",
        Sources = "Sources",
        Documents = "Documents",
        Searchable = "Searchable",
        Passages = "Passages",
        State = "State",
        Actions = "Actions",
        Delete = "Delete",
        DeleteNamed = first => $"Delete {first}",
        ConfirmDeleteTitle = first => $"Delete “{first}”?",
        ConfirmDelete = "Its sources, documents, passages and uploaded files are removed from BotKb for good. Files in folders are not touched.",
        TypeName = first => $"Type the name “{first}” to confirm",
        Gone = "This knowledge base does not exist any more.",
        Counts = (first, second, third) => $"{first:N0} documents, {second:N0} searchable, {third:N0} passages",
        Back = "All knowledge bases",
        NoSources = "There is no source yet. Upload files or add a folder below.",
        Location = "Location",
        Readers = "Readers",
        LastSync = "Last sync",
        SyncNow = "Sync now",
        SyncNamed = first => $"Sync now: {first}",
        Remove = "Remove",
        RemoveNamed = first => $"Remove {first}",
        ConfirmRemoveTitle = "Remove this source?",
        ConfirmRemove = first => $"{first}: its documents and passages are removed from BotKb. The original files are not touched.",
        Waiting = "Waiting",
        Listing = first => $"Listing: {first} found",
        Reading = (first, second) => $"Reading: {first} of {second}",
        UpToDate = "Up to date",
        SyncFailed = "The last sync failed",
        NotSynced = "Not synced yet",
        Problems = first => $"{first} not searchable",
        AddFolder = "Add a folder",
        Folder = "Folder on the server",
        FolderHint = "An absolute path, such as /srv/documents.",
        WhoReads = "Who may read it",
        Everyone = "Everyone",
        Only = "Only these people and groups",
        ReadersList = "E-mails and groups",
        ReadersHint = "Separated by commas, such as anna@example.com, group:hr",
        FolderRules = "Other readers for folders below",
        FolderRulesHint = "One rule a line, such as HR=group:hr. May be left empty.",
        Added = first => $"{first} is being read.",
        ReadersNeeded = "Write at least one e-mail or group.",
        Filter = "Path or title",
        AllSources = "All sources",
        Source = "Source",
        AllStates = "All states",
        Document = "Document",
        Size = "Size",
        Modified = "Modified",
        Range = (first, second, third) => $"{first:N0}–{second:N0} of {third:N0}",
        None = "No document fits.",
        Previous = "Previous",
        Next = "Next",
        StatusPending = "Waiting to be read",
        StatusIndexed = "Searchable",
        StatusSkipped = "Skipped",
        StatusCorrupt = "Damaged",
        StatusEncrypted = "Needs a password",
        StatusBomb = "Unpacks to too much",
        StatusEmpty = "Empty",
        StatusNoText = "Pictures only",
        StatusUnsupported = "Unknown format",
        StatusTooLarge = "Too large",
        StatusTimeout = "Took too long",
        Uploads = "Uploaded files",
        UploadsFor = first => $"Uploaded files ({first})",
        ConfirmRemoveUploads = "The uploaded files themselves are deleted for good, with their passages.",
    };

    public static KnowledgeTexts Chinese { get; } = new()
    {
        Title = "知识库",
        Intro = "知识库是一组有名称的文档来源，提问时从中查找答案。",
        Create = "创建",
        NewName = "新知识库的名称",
        NameTaken = "已有同名的知识库，请换一个名称。",
        NameInvalid = first => $"名称需要 1 至 {first} 个字符。",
        Empty = "还没有知识库。请创建第一个。",
        Name = "名称",
        Sources = "来源",
        Documents = "文档",
        Searchable = "可检索",
        Passages = "段落",
        State = "状态",
        Actions = "操作",
        Delete = "删除",
        DeleteNamed = first => $"删除 {first}",
        ConfirmDeleteTitle = first => $"删除“{first}”？",
        ConfirmDelete = "其来源、文档、段落和上传的文件将从 BotKb 中永久删除。文件夹中的文件不受影响。",
        TypeName = first => $"输入名称“{first}”以确认",
        Gone = "此知识库已不存在。",
        Counts = (first, second, third) => $"{first:N0} 个文档，{second:N0} 个可检索，{third:N0} 个段落",
        Back = "所有知识库",
        NoSources = "还没有来源。请在下方上传文件或添加文件夹。",
        Location = "位置",
        Readers = "可读者",
        LastSync = "最近同步",
        SyncNow = "立即同步",
        SyncNamed = first => $"立即同步 {first}",
        Remove = "移除",
        RemoveNamed = first => $"移除 {first}",
        ConfirmRemoveTitle = "移除此来源？",
        ConfirmRemove = first => $"{first}：其文档和段落将从 BotKb 中移除。原始文件不受影响。",
        Waiting = "排队中",
        Listing = first => $"正在列出：已发现 {first} 个",
        Reading = (first, second) => $"正在读取：{first} / {second}",
        UpToDate = "已同步",
        SyncFailed = "最近一次同步失败",
        NotSynced = "尚未同步",
        Problems = first => $"{first} 个不可检索",
        AddFolder = "添加文件夹",
        Folder = "服务器上的文件夹",
        FolderHint = "绝对路径，例如 /srv/documents。",
        WhoReads = "谁可以阅读",
        Everyone = "所有人",
        Only = "仅限以下人员和群组",
        ReadersList = "邮箱和群组",
        ReadersHint = "用逗号分隔，例如 anna@example.com, group:hr",
        FolderRules = "下级文件夹的其他可读者",
        FolderRulesHint = "每行一条规则，例如 HR=group:hr。可以留空。",
        Added = first => $"正在读取 {first}。",
        ReadersNeeded = "请至少填写一个邮箱或群组。",
        Filter = "路径或标题",
        AllSources = "所有来源",
        Source = "来源",
        AllStates = "所有状态",
        Document = "文档",
        Size = "大小",
        Modified = "修改时间",
        Range = (first, second, third) => $"第 {first:N0}–{second:N0} 个，共 {third:N0} 个",
        None = "没有符合条件的文档。",
        Previous = "上一页",
        Next = "下一页",
        StatusPending = "等待读取",
        StatusIndexed = "可检索",
        StatusSkipped = "已跳过",
        StatusCorrupt = "文件损坏",
        StatusEncrypted = "需要密码",
        StatusBomb = "解压后过大",
        StatusEmpty = "空文件",
        StatusNoText = "只有图片",
        StatusUnsupported = "不支持的格式",
        StatusTooLarge = "文件过大",
        StatusTimeout = "读取超时",
        Uploads = "上传的文件",
        UploadsFor = first => $"上传的文件（{first}）",
        ConfirmRemoveUploads = "上传的文件及其段落将被永久删除。",
    };
}
