using BotKb.Conversations;
using Microsoft.Extensions.Logging;

namespace BotKb.Replies;

/// <summary>Opens the streams that replies are shown through.</summary>
internal sealed class ReplyStreams(
    IEnumerable<IChannelAdapter> adapters, TurnStore turns, IRateBudget budget, TimeProvider time, ILogger<ReplyStream> logger)
{
    private readonly Dictionary<string, IChannelAdapter> _adapters = adapters.ToDictionary(adapter => adapter.Channel, StringComparer.Ordinal);

    /// <summary>Opens the stream of one attempt at a turn.</summary>
    public ReplyStream Open(OpenTurn turn)
    {
        var adapter = _adapters[turn.Target.Channel];
        return new ReplyStream(adapter, new ReplyMessages(adapter, turn, turns), budget, time, logger);
    }
}
