namespace BotKb.WebConsole.Uploads;

/// <summary>A file that was chosen in the browser.</summary>
/// <param name="Key">What the script calls it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">Bytes.</param>
public sealed record ChosenFile(int Key, string Name, long Size);
