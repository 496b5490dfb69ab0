namespace BotKb.WebConsole.Chat;

/// <summary>What the web chat is called among the channels, and what it bears.</summary>
internal static class WebChat
{
    /// <summary>The channel's name.</summary>
    public const string Channel = "web";

    /// <summary>The longest question, in characters.</summary>
    public const int LongestQuestion = 100_000;

    /// <summary>The identity of the conversation that a person's message begins: a message that is sent again begins no other one.</summary>
    public static string NewKey(string email, Guid messageId) => $"{email}-{messageId:N}";
}
