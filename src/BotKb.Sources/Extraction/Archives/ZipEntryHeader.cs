namespace BotKb.Sources.Extraction.Archives;

/// <summary>One file of a zip as the central directory declares it.</summary>
/// <param name="Name">Its path in the archive.</param>
/// <param name="IsEncrypted">True when it asks for a password.</param>
/// <param name="Method">0 stored, 8 deflate, others as the format numbers them.</param>
/// <param name="CompressedSize">Bytes in the archive.</param>
/// <param name="Size">Bytes that it claims to unpack to.</param>
/// <param name="HeaderOffset">Where its local header begins.</param>
/// <param name="DataOffset">Where its bytes begin.</param>
internal sealed record ZipEntryHeader(
    string Name,
    bool IsEncrypted,
    int Method,
    long CompressedSize,
    long Size,
    long HeaderOffset,
    long DataOffset);
