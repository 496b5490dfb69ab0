namespace BotKb.Host;

/// <summary>Section <c>State</c>: where this installation keeps what is its own.</summary>
internal sealed class StateOptions
{
    public const string Section = "State";

    /// <summary>An absolute path; empty means the usual place of the system, see <see cref="StateFolder"/>.</summary>
    public string? Folder { get; set; }
}
