namespace BotKb.WebConsole.Uploads;

/// <summary>What became of one file.</summary>
/// <param name="Name">The name under which it is stored, or the one that came with it.</param>
/// <param name="Status"><c>stored</c> or <c>refused</c>.</param>
/// <param name="Reason">Why it is refused, one sentence.</param>
internal sealed record UploadResult(string Name, string Status, string? Reason)
{
    public static UploadResult Stored(string name) => new(name, "stored", null);

    public static UploadResult Refused(string name, string reason) => new(name, "refused", reason);
}
