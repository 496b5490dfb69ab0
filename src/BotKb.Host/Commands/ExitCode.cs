namespace BotKb.Host.Commands;

/// <summary>What a command tells its shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The work failed or fell short.</summary>
    public const int Failed = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int BadUsage = 2;

    /// <summary>Stopped by Ctrl-C, as shells count it.</summary>
    public const int Stopped = 130;
}
