using BotKb.Sources.SharedDrive;

namespace BotKb.Host.Commands;

/// <summary>A folder that a knowledge base reads.</summary>
/// <param name="SourceId">The source's row.</param>
/// <param name="Settings">What is stored for it.</param>
/// <param name="IsNew">False where it was there before.</param>
internal sealed record AddedFolder(long SourceId, SharedDriveSettings Settings, bool IsNew);
