namespace BotKb.Knowledge.Sync;

/// <summary>Takes wishes for a sync of a source soon. Safe for concurrent use.</summary>
public interface ISyncRequests
{
    /// <summary>Asks for a sync; returns at once. Asked several times before it begins, it is one sync.</summary>
    void Add(long sourceId);
}
