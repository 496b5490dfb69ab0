namespace BotKb.Sources.Extraction.Worker;

/// <summary>One message between the host and a worker.</summary>
/// <param name="Kind">What it carries.</param>
/// <param name="Payload">Its bytes, valid until the next frame is read.</param>
internal readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Payload)
{
    /// <summary>One byte for the kind and four, little-endian, for the length of the payload.</summary>
    public const int HeaderLength = 5;

    /// <summary>The largest payload; longer content is cut into several frames.</summary>
    public const int MaxPayload = 64 * 1024;
}
