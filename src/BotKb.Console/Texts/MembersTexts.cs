namespace BotKb.WebConsole.Texts;

/// <summary>The accounts, for admins.</summary>
public sealed record MembersTexts
{
    public required string Title { get; init; }

    public required string Intro { get; init; }

    public required string Add { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required string Role { get; init; }

    public required string State { get; init; }

    public required string LastSignIn { get; init; }

    public required string Actions { get; init; }

    public required string Member { get; init; }

    public required string Admin { get; init; }

    public required string Active { get; init; }

    public required string Invited { get; init; }

    public required string Expired { get; init; }

    public required string Paused { get; init; }

    public required string Locked { get; init; }

    public required string MakeAdmin { get; init; }

    public required string MakeMember { get; init; }

    public required string Lock { get; init; }

    public required string Unlock { get; init; }

    public required string NewPassword { get; init; }

    public required string Delete { get; init; }

    public required string You { get; init; }

    public required Func<string, string, string> ActionFor { get; init; }

    public required Func<string, string> PasswordFor { get; init; }

    public required string PasswordOnce { get; init; }

    public required Func<string, string> ConfirmDelete { get; init; }

    public required string ConfirmDeleteTitle { get; init; }

    public required Func<string, string> ConfirmPassword { get; init; }

    public required string ConfirmPasswordTitle { get; init; }

    public required string LastAdmin { get; init; }

    public required string Gone { get; init; }

    public required string EmailTaken { get; init; }

    public required string EmailInvalid { get; init; }

    public required string NameInvalid { get; init; }

    public static MembersTexts English { get; } = new()
    {
        Title = "Members",
        Intro = "Who may sign in. Admins also manage knowledge bases and members.",
        Add = "Add a person",
        Email = "E-mail",
        Name = "Name",
        Role = "Role",
        State = "State",
        LastSignIn = "Last sign-in",
        Actions = "Actions",
        Member = "Member",
        Admin = "Admin",
        Active = "Active",
        Invited = "Has a one-time password",
        Expired = "One-time password expired",
        Paused = "Paused after wrong passwords",
        Locked = "Locked",
        MakeAdmin = "Make admin",
        MakeMember = "Make member",
        Lock = "Lock",
        Unlock = "Unlock",
        NewPassword = "New one-time password",
        Delete = "Delete",
        You = "you",
        ActionFor = (first, second) => $"{first}: {second}",
        PasswordFor = first => $"One-time password for {first}",
        PasswordOnce =
            "It is shown only now. Give it to the person in private; it works for 24 hours and has to be changed at the first sign-in.",
        ConfirmDelete = first => $"{first} can no longer sign in. Conversations stay.",
        ConfirmDeleteTitle = "Delete this account?",
        ConfirmPassword = first => $"The password of {first} stops working at once and all sessions end.",
        ConfirmPasswordTitle = "Give a new one-time password?",
        LastAdmin = "Nothing was changed: this is the last admin who can sign in. Make somebody else an admin first.",
        Gone = "This account does not exist any more.",
        EmailTaken = "There is an account with this e-mail already.",
        EmailInvalid = "This is not an e-mail address; write one such as anna@example.com.",
        NameInvalid = "The name has 1 to 200 characters.",
    };

    public static MembersTexts Chinese { get; } = new()
    {
        Title = "成员",
        Intro = "可以登录的人员。管理员还可以管理知识库和成员。",
        Add = "添加人员",
        Email = "邮箱",
        Name = "姓名",
        Role = "角色",
        State = "状态",
        LastSignIn = "最近登录",
        Actions = "操作",
        Member = "成员",
        Admin = "管理员",
        Active = "正常",
        Invited = "使用一次性密码",
        Expired = "一次性密码已过期",
        Paused = "因输错密码暂停",
        Locked = "已锁定",
        MakeAdmin = "设为管理员",
        MakeMember = "设为成员",
        Lock = "锁定",
        Unlock = "解锁",
        NewPassword = "新的一次性密码",
        Delete = "删除",
        You = "您",
        ActionFor = (first, second) => $"{first}：{second}",
        PasswordFor = first => $"{first} 的一次性密码",
        PasswordOnce = "密码只显示这一次。请私下告知本人；24 小时内有效，首次登录时必须修改。",
        ConfirmDelete = first => $"{first} 将无法再登录。对话会保留。",
        ConfirmDeleteTitle = "删除此账号？",
        ConfirmPassword = first => $"{first} 的密码将立即失效，所有会话将结束。",
        ConfirmPasswordTitle = "生成新的一次性密码？",
        LastAdmin = "未作更改：这是最后一位可以登录的管理员。请先将其他人设为管理员。",
        Gone = "此账号已不存在。",
        EmailTaken = "已有使用此邮箱的账号。",
        EmailInvalid = "这不是有效的邮箱地址；请填写例如 anna@example.com 的地址。",
        NameInvalid = "姓名需要 1 至 200 个字符。",
    };
}
