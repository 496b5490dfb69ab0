namespace BotKb.Data;

/// <summary>A set of readers that documents share. Never updated: other readers are another scope.</summary>
public sealed class PermissionScope
{
    public long Id { get; set; }

    /// <summary>SHA-256 of <see cref="Access.ReaderSet.Key"/>: equal sets share a row.</summary>
    public required byte[] KeyHash { get; set; }

    public bool Everyone { get; set; }

    public ICollection<Principal> Principals { get; } = [];
}
