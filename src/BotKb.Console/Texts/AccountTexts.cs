namespace BotKb.WebConsole.Texts;

/// <summary>The page of one's own account.</summary>
public sealed record AccountTexts
{
    public required string Title { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required string Role { get; init; }

    public required string Language { get; init; }

    public required string FollowBrowser { get; init; }

    public required string LanguageEnglish { get; init; }

    public required string LanguageChinese { get; init; }

    public required string SaveLanguage { get; init; }

    public required string Password { get; init; }

    public required string PasswordHint { get; init; }

    public required string ChangePassword { get; init; }

    public static AccountTexts English { get; } = new()
    {
        Title = "My account",
        Email = "E-mail",
        Name = "Name",
        Role = "Role",
        Language = "Language",
        FollowBrowser = "As the browser asks",
        LanguageEnglish = "English",
        LanguageChinese = "中文",
        SaveLanguage = "Save the language",
        Password = "Password",
        PasswordHint = "Your other sessions end when you change it.",
        ChangePassword = "Change the password",
    };

    public static AccountTexts Chinese { get; } = new()
    {
        Title = "我的账号",
        Email = "邮箱",
        Name = "姓名",
        Role = "角色",
        Language = "语言",
        FollowBrowser = "跟随浏览器",
        LanguageEnglish = "English",
        LanguageChinese = "中文",
        SaveLanguage = "保存语言",
        Password = "密码",
        PasswordHint = "修改后，您在其他设备上的会话将结束。",
        ChangePassword = "修改密码",
    };
}
