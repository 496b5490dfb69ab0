namespace BotKb.Knowledge.Uploads;

/// <summary>An uploaded file as an admin sees it.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Readers">Who may read it, as an admin writes it.</param>
/// <param name="UploadedBy">Who uploaded it.</param>
/// <param name="UploadedAt">When it was complete.</param>
/// <param name="DocumentId">Its document; null before the next sync.</param>
/// <param name="Status">One of <see cref="DocumentStatus"/>.</param>
/// <param name="Reason">Why it is not indexed; empty when it is.</param>
public sealed record UploadSummary(
    long Id,
    string Name,
    long Size,
    string Readers,
    string UploadedBy,
    DateTimeOffset UploadedAt,
    long? DocumentId,
    string Status,
    string Reason);
