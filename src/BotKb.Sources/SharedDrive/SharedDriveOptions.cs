namespace BotKb.Sources.SharedDrive;

/// <summary>Which folders of this machine may become sources; section <c>Sources:SharedDrive</c>.</summary>
public sealed class SharedDriveOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Sources:SharedDrive";

    /// <summary>
    /// Absolute folders under which a source must lie. Empty: any folder may be named, apart from the system's own and the state folder.
    /// </summary>
    public IList<string> Roots { get; } = [];
}
