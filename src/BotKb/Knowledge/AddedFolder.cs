namespace BotKb.Knowledge;

/// <summary>A folder that a knowledge base reads.</summary>
/// <param name="SourceId">The source's row.</param>
/// <param name="Access">Who may read it.</param>
/// <param name="IsNew">False where it was there before.</param>
public sealed record AddedFolder(long SourceId, FolderAccess Access, bool IsNew);
