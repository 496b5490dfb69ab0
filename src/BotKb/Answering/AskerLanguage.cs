namespace BotKb.Answering;

/// <summary>The languages in which BotKb words its own sentences.</summary>
internal enum AskerLanguage
{
    /// <summary>English, and every language that is not Chinese.</summary>
    English,

    /// <summary>Chinese in simplified characters.</summary>
    SimplifiedChinese,

    /// <summary>Chinese in traditional characters.</summary>
    TraditionalChinese,
}
