namespace BotKb.WebConsole.Documents;

/// <summary>Text as it is shown: what is before the marked part, that part (may be empty), and what is after it.</summary>
public sealed record ShownText(string Before, string Marked, string After);
