using BotKb.WebConsole.Chat;

namespace BotKb.WebConsole.Texts;

/// <summary>Every text of the console in one language. A new area is a new property, and so cannot be left out of a language.</summary>
public sealed record ConsoleTexts
{
    /// <summary>The language as it is stored with an account: <c>en</c> or <c>zh</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The language as HTML names it.</summary>
    public required string HtmlLanguage { get; init; }

    public required FrameTexts Frame { get; init; }

    public required ChatTexts Chat { get; init; }

    public required SignInTexts SignIn { get; init; }

    public required AccountTexts Account { get; init; }

    public required MembersTexts Members { get; init; }

    public required KnowledgeTexts Knowledge { get; init; }

    public required SearchTexts Search { get; init; }

    public required IndexTexts Index { get; init; }

    public static ConsoleTexts English { get; } = new()
    {
        Language = "en",
        HtmlLanguage = "en",
        Frame = FrameTexts.English,
        Chat = ChatTexts.English,
        SignIn = SignInTexts.English,
        Account = AccountTexts.English,
        Members = MembersTexts.English,
        Knowledge = KnowledgeTexts.English,
        Search = SearchTexts.English,
        Index = IndexTexts.English,
    };

    public static ConsoleTexts Chinese { get; } = new()
    {
        Language = "zh",
        HtmlLanguage = "zh-Hans",
        Frame = FrameTexts.Chinese,
        Chat = ChatTexts.Chinese,
        SignIn = SignInTexts.Chinese,
        Account = AccountTexts.Chinese,
        Members = MembersTexts.Chinese,
        Knowledge = KnowledgeTexts.Chinese,
        Search = SearchTexts.Chinese,
        Index = IndexTexts.Chinese,
    };

    /// <summary>The other language.</summary>
    public ConsoleTexts Other => Language == "zh" ? English : Chinese;

    /// <summary>The texts of a language; English for one that is not known.</summary>
    public static ConsoleTexts Of(string? language) => language == Chinese.Language ? Chinese : English;

    /// <summary>The language as it is stored; null where it is not one of the console.</summary>
    public static string? Known(string? language) => language is "en" or "zh" ? language : null;
}
