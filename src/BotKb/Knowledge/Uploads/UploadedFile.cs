namespace BotKb.Knowledge.Uploads;

/// <summary>A file that was uploaded to its end.</summary>
/// <param name="Id">Its row; a file that replaces it has another one.</param>
/// <param name="Name">Its name, unique in its place.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">SHA-256 of its content, hexadecimal.</param>
/// <param name="UploadedAt">When it was complete.</param>
/// <param name="IsWhole">False where the database has lost some of its bytes.</param>
public sealed record UploadedFile(long Id, string Name, long Size, string Hash, DateTimeOffset UploadedAt, bool IsWhole);
