using BotKb.Replies;

namespace BotKb.Tests.Chat;

/// <summary>Citations for tests.</summary>
internal static class Cited
{
    public static ReplyCitation Document(long id = 7, string? url = null, int? page = 3, string title = "Pump manual") =>
        new(id, id * 10, title, "manuals/pump.pdf", url, ["Care", "Oil"], page, null, null, "Change the oil each year & check it.");

    public static ReplyBody Reply(string text, ReplyState state = ReplyState.Answered, string? notice = null, params ReplyCitation[] citations) =>
        new(text, [.. citations], notice, state);
}
