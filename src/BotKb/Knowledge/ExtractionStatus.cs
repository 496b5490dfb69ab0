namespace BotKb.Knowledge;

/// <summary>How the extraction of one file ended. Only <see cref="Ok"/> carries text.</summary>
public enum ExtractionStatus
{
    /// <summary>Text was found.</summary>
    Ok,

    /// <summary>The file is damaged or is not what its content claims to be.</summary>
    Corrupt,

    /// <summary>The file asks for a password or rights that BotKb does not have.</summary>
    Encrypted,

    /// <summary>The file unpacks to far more than its size allows.</summary>
    Bomb,

    /// <summary>The file has no content at all.</summary>
    Empty,

    /// <summary>The file is sound but holds pictures only.</summary>
    NoText,

    /// <summary>No extractor reads this format.</summary>
    Unsupported,

    /// <summary>The file, or the memory that reading it takes, is over the limit.</summary>
    TooLarge,

    /// <summary>Reading took longer than the limit.</summary>
    Timeout,
}
