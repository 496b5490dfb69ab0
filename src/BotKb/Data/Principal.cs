namespace BotKb.Data;

/// <summary>A person or a group that scopes name.</summary>
public sealed class Principal
{
    public int Id { get; set; }

    /// <summary>E.g. <c>user:anna@example.com</c> or <c>group:hr</c>.</summary>
    public required string Key { get; set; }

    public ICollection<PermissionScope> Scopes { get; } = [];
}
