using Orleans.Concurrency;

namespace BotKb.Conversations;

/// <summary>One thread of work per conversation; its key is the conversation's row.</summary>
internal interface IConversationGrain : IGrainWithIntegerKey
{
    /// <summary>There may be a turn without an end. Waking twice is harmless.</summary>
    [OneWay]
    Task WakeAsync();

    /// <summary>The asker wants this turn to stop; the wish is stored already.</summary>
    Task StopAsync(long turnId);
}
