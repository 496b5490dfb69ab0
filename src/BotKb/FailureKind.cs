namespace BotKb;

/// <summary>
/// What to do about a failure; decided once, where the failure enters BotKb. Unknown failures are transient, with bounded tries.
/// </summary>
public enum FailureKind
{
    /// <summary>Try again soon.</summary>
    Retry,

    /// <summary>Trying again changes nothing.</summary>
    GiveUp,

    /// <summary>A person has to change a setting, a right or a file.</summary>
    TellAdmin,
}
