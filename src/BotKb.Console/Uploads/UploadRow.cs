namespace BotKb.WebConsole.Uploads;

/// <summary>A file on the page and how far it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Percent">How much of it is sent.</param>
/// <param name="IsStored">Null until it has ended.</param>
/// <param name="Reason">Why it is not stored.</param>
internal sealed record UploadRow(string Name, int Percent, bool? IsStored, string? Reason);
