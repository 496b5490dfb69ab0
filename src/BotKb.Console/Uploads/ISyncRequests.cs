namespace BotKb.WebConsole.Uploads;

/// <summary>Asks for a sync of a source soon. Safe for concurrent use.</summary>
public interface ISyncRequests
{
    /// <summary>Asks; returns at once. Asked several times before it begins, it is one sync.</summary>
    void Ask(long sourceId);
}
