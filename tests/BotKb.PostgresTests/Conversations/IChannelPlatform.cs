using BotKb.Replies;

namespace BotKb.PostgresTests.Conversations;

/// <summary>A platform as <see cref="ChannelAdapterConformanceTests"/> needs it: an adapter, and what people would see.</summary>
internal interface IChannelPlatform
{
    /// <summary>True where a posted message can be looked for.</summary>
    bool CanLook { get; }

    /// <summary>True where a message can be taken back; else it stays, and taking it back is no error.</summary>
    bool CanTakeBack { get; }

    /// <summary>The adapter, which works in the host of these services.</summary>
    IChannelAdapter Open(IServiceProvider services);

    /// <summary>The messages of a reply in order, as people see them: text, notice and citations.</summary>
    Task<IReadOnlyList<ReplyBody>> ScreenAsync(ReplyTarget target, CancellationToken cancellationToken);
}
