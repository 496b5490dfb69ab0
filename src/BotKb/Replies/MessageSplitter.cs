namespace BotKb.Replies;

/// <summary>Cuts a text into messages. Pure: the messages joined are the text.</summary>
internal static class MessageSplitter
{
    private static readonly string[] Breaks = ["\n\n", "\n", "。", "！", "？", ". ", "! ", "? ", "；", "; ", "，", ", ", " "];

    /// <summary>Messages of at most <paramref name="limit"/> UTF-16 characters, cut at the best place of their second half.</summary>
    /// <param name="text">Any text; an empty one is one empty message.</param>
    /// <param name="limit">At least 16.</param>
    public static IReadOnlyList<string> Split(string text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 16);
        var messages = new List<string>();
        var rest = text.AsSpan();
        while (rest.Length > limit)
        {
            var length = Cut(rest, limit);
            messages.Add(rest[..length].ToString());
            rest = rest[length..];
        }

        messages.Add(rest.ToString());
        return messages;
    }

    private static int Cut(ReadOnlySpan<char> text, int limit)
    {
        var window = text[..limit];
        foreach (var end in Breaks)
        {
            var at = window.LastIndexOf(end);
            if (at >= limit / 2)
            {
                return AfterMark(text, at + end.Length, limit);
            }
        }

        return char.IsHighSurrogate(window[^1]) ? limit - 1 : limit;
    }

    // The citation mark stays with its sentence where it fits.
    private static int AfterMark(ReadOnlySpan<char> text, int at, int limit)
    {
        var end = at;
        while (end < text.Length && text[end] is '[')
        {
            var close = text[end..].IndexOf(']');
            if (close < 0 || end + close + 1 > limit)
            {
                break;
            }

            end += close + 1;
        }

        return end;
    }
}
