namespace BotKb.Replies;

/// <summary>Cuts a reply into the messages that carry it.</summary>
internal static class ReplyParts
{
    /// <summary>At least one message; citations and notice go with the last one, and only it may be complete.</summary>
    public static IReadOnlyList<ReplyBody> Of(ReplyBody body, int limit)
    {
        var texts = MessageSplitter.Split(body.Text, limit);
        return
        [
            .. texts.Take(texts.Count - 1).Select(text => new ReplyBody(text, [], null, body.State)),
            body with { Text = texts[^1] },
        ];
    }
}
