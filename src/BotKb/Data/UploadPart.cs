namespace BotKb.Data;

/// <summary>Some bytes of an upload.</summary>
public sealed class UploadPart
{
    public long UploadId { get; set; }

    public Upload? Upload { get; set; }

    /// <summary>Position, from 0.</summary>
    public int Ordinal { get; set; }

    public required byte[] Bytes { get; set; }
}
