namespace BotKb.Quality.Sets;

/// <summary>The languages between which cross-language retrieval is measured.</summary>
internal static class LanguageTag
{
    public const string Chinese = "zh";
    public const string English = "en";

    /// <summary>The primary language of a tag such as <c>zh-Hant</c> or <c>en_US</c>; null for none.</summary>
    public static string? Primary(string? tag)
    {
        var primary = tag?.Split('-', '_')[0].Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(primary) ? null : primary;
    }
}
