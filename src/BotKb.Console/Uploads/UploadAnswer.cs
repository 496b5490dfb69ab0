namespace BotKb.WebConsole.Uploads;

/// <summary>The answer to a request that uploads files.</summary>
/// <param name="Files">What became of each file, as far as the request was read.</param>
/// <param name="Reason">Why the request was not read to its end.</param>
internal sealed record UploadAnswer(IReadOnlyList<UploadResult> Files, string? Reason);
