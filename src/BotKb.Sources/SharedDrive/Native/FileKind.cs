namespace BotKb.Sources.SharedDrive.Native;

/// <summary>What a directory entry is; the values are those of the mode's type bits.</summary>
internal enum FileKind
{
    Unknown = 0,
    Pipe = 0x1000,
    CharacterDevice = 0x2000,
    Folder = 0x4000,
    BlockDevice = 0x6000,
    Regular = 0x8000,
    Link = 0xA000,
    Socket = 0xC000,
}
