using System.Buffers;

namespace BotKb.Conversations;

/// <summary>Knows the words that stop an answer.</summary>
internal static class StopWords
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(" \t\r\n.!。！…~～/");

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "stop", "stop it", "cancel", "停止", "停", "停下", "取消", "停止回答", "别说了", "別說了",
    };

    /// <summary>True for a message that is nothing but such words.</summary>
    public static bool Are(string message) => Words.Contains(Trim(message).ToString());

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyExcept(Marks);
        return start < 0 ? [] : text[start..(text.LastIndexOfAnyExcept(Marks) + 1)];
    }
}
