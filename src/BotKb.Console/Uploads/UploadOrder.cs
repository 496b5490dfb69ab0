namespace BotKb.WebConsole.Uploads;

/// <summary>What the script of the page is to upload, and where.</summary>
/// <param name="Keys">The files.</param>
/// <param name="Url">Where to.</param>
/// <param name="Token">The antiforgery token.</param>
public sealed record UploadOrder(IReadOnlyList<int> Keys, string Url, string Token);
