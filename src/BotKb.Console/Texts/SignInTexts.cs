namespace BotKb.WebConsole.Texts;

/// <summary>Signing in and choosing a password.</summary>
public sealed record SignInTexts
{
    public required string Title { get; init; }

    public required string Email { get; init; }

    public required string Password { get; init; }

    public required string Submit { get; init; }

    public required string Or { get; init; }

    public required Func<string, string> With { get; init; }

    public required string Wrong { get; init; }

    public required string Expired { get; init; }

    public required string TooMany { get; init; }

    public required string Refused { get; init; }

    public required string Ended { get; init; }

    public required string SignedOut { get; init; }

    public required string FormExpired { get; init; }

    public required string ChangeTitle { get; init; }

    public required string MustChange { get; init; }

    public required string Current { get; init; }

    public required string New { get; init; }

    public required string Repeat { get; init; }

    public required Func<int, string> Rule { get; init; }

    public required string Change { get; init; }

    public required string CurrentWrong { get; init; }

    public required Func<int, string> TooShort { get; init; }

    public required Func<int, string> TooLong { get; init; }

    public required string Different { get; init; }

    public required string SameAsOld { get; init; }

    public static SignInTexts English { get; } = new()
    {
        Title = "Sign in",
        Email = "E-mail",
        Password = "Password",
        Submit = "Sign in",
        Or = "or",
        With = first => $"Sign in with {first}",
        Wrong =
            "The e-mail or the password is wrong, or the account is locked for now. Five wrong passwords lock an account for 5 minutes or longer.",
        Expired = "This one-time password has expired. Ask an admin for a new one.",
        TooMany = "Too many tries. Wait a minute, then try again.",
        Refused = "You could not be signed in there: there is no account for your verified e-mail address. Ask an admin.",
        Ended = "Your session has ended, or your rights have changed. Sign in again.",
        SignedOut = "You are signed out.",
        FormExpired = "The form was open for too long. Try again.",
        ChangeTitle = "Change the password",
        MustChange = "You signed in with a one-time password. Choose a password of your own to go on.",
        Current = "Current password",
        New = "New password",
        Repeat = "New password again",
        Rule = first => $"At least {first} characters. A few words that belong together only in your head are best.",
        Change = "Change the password",
        CurrentWrong = "The current password is wrong.",
        TooShort = first => $"The new password needs at least {first} characters.",
        TooLong = first => $"The new password may have at most {first} characters.",
        Different = "The two new passwords differ.",
        SameAsOld = "The new password must differ from the current one.",
    };

    public static SignInTexts Chinese { get; } = new()
    {
        Title = "登录",
        Email = "邮箱",
        Password = "密码",
        Submit = "登录",
        Or = "或",
        With = first => $"使用 {first} 登录",
        Wrong = "邮箱或密码不正确，或账号暂时被锁定。连续输错 5 次密码，账号将锁定 5 分钟或更久。",
        Expired = "此一次性密码已过期。请向管理员索取新密码。",
        TooMany = "尝试次数过多。请等待一分钟后再试。",
        Refused = "无法以该方式登录：您的已验证邮箱没有对应的账号。请联系管理员。",
        Ended = "您的会话已结束，或您的权限已变更。请重新登录。",
        SignedOut = "您已退出登录。",
        FormExpired = "表单打开时间过长。请重试。",
        ChangeTitle = "修改密码",
        MustChange = "您使用一次性密码登录。请先设置自己的密码再继续。",
        Current = "当前密码",
        New = "新密码",
        Repeat = "再次输入新密码",
        Rule = first => $"至少 {first} 个字符。最好用几个只有您自己才会联想到一起的词。",
        Change = "修改密码",
        CurrentWrong = "当前密码不正确。",
        TooShort = first => $"新密码至少需要 {first} 个字符。",
        TooLong = first => $"新密码最多 {first} 个字符。",
        Different = "两次输入的新密码不一致。",
        SameAsOld = "新密码不能与当前密码相同。",
    };
}
