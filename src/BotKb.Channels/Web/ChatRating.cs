namespace BotKb.Channels.Web;

/// <summary>What a person thinks of an answer.</summary>
/// <param name="Rating">1, -1, or 0 to take it back.</param>
/// <param name="Comment">Any words.</param>
internal sealed record ChatRating(int? Rating, string? Comment);
