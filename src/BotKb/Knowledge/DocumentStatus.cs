namespace BotKb.Knowledge;

/// <summary>What became of a document; beside these, the names of every <see cref="ExtractionStatus"/> but ok.</summary>
public static class DocumentStatus
{
    /// <summary>Known, not yet read in this version.</summary>
    public const string Pending = "pending";

    /// <summary>Indexed and searchable.</summary>
    public const string Indexed = "indexed";

    /// <summary>The source lists it but it cannot be read: special file, unreadable name, no right.</summary>
    public const string Skipped = "skipped";
}
