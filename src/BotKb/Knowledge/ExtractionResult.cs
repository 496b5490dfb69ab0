namespace BotKb.Knowledge;

/// <summary>How one extraction ended.</summary>
/// <param name="Status">Its class.</param>
/// <param name="Reason">One sentence for the admin; empty when <paramref name="Status"/> is <see cref="ExtractionStatus.Ok"/>.</param>
/// <param name="Document">The text; set exactly when <paramref name="Status"/> is <see cref="ExtractionStatus.Ok"/>.</param>
public sealed record ExtractionResult(ExtractionStatus Status, string Reason, ExtractedDocument? Document)
{
    /// <summary>An extraction that found text.</summary>
    public static ExtractionResult Found(ExtractedDocument document) => new(ExtractionStatus.Ok, "", document);

    /// <summary>An extraction that ended without text.</summary>
    public static ExtractionResult Failed(ExtractionStatus status, string reason) => new(status, reason, null);
}
