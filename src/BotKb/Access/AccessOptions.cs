namespace BotKb.Access;

/// <summary>Who belongs to which group, where no directory says it.</summary>
public sealed class AccessOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Access";

    /// <summary>E-mails by the name of the group.</summary>
    public IDictionary<string, string[]> Groups { get; } = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
}
