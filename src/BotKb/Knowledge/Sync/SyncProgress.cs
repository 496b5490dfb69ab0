namespace BotKb.Knowledge.Sync;

/// <summary>How far a sync is. Within a run no number falls, and what is done ends at what there is to do.</summary>
/// <param name="Found">Items that the source has reported so far.</param>
/// <param name="ToIndex">Documents that this run has to read; 0 while the source is still listing.</param>
/// <param name="Done">Documents read and saved so far, whatever their outcome.</param>
public sealed record SyncProgress(int Found, int ToIndex, int Done);
