namespace BotKb.Data;

/// <summary>A key that signs cookies and tokens, shared by every host.</summary>
public sealed class DataProtectionKey
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public required string Xml { get; set; }
}
