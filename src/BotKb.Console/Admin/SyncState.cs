using BotKb.Knowledge.Sync;
using BotKb.WebConsole.Texts;

namespace BotKb.WebConsole.Admin;

/// <summary>Says how far a sync is.</summary>
internal static class SyncState
{
    public static string Describe(SyncRunState state, KnowledgeTexts texts) => state switch
    {
        { IsRunning: false } => texts.Waiting,
        { Progress.ToIndex: 0 } => texts.Listing(state.Progress.Found),
        _ => texts.Reading(state.Progress.Done, state.Progress.ToIndex),
    };
}
