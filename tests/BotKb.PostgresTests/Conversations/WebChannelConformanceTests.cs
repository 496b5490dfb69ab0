using BotKb.Channels.Web;
using BotKb.PostgresTests.Fixture;
using BotKb.Replies;
using Microsoft.Extensions.DependencyInjection;

namespace BotKb.PostgresTests.Conversations;

public sealed class WebChannelConformanceTests(PostgresFixture postgres) : ChannelAdapterConformanceTests(postgres)
{
    private protected override IChannelPlatform CreatePlatform() => new Platform();

    /// <summary>A screen that begins to watch when it is looked at.</summary>
    private sealed class Platform : IChannelPlatform
    {
        private LiveReplies? _live;

        public bool CanLook => false;

        public bool CanTakeBack => false;

        public IChannelAdapter Open(IServiceProvider services)
        {
            _live = services.GetRequiredService<LiveReplies>();
            return new WebChannel(_live);
        }

        public async Task<IReadOnlyList<ReplyBody>> ScreenAsync(ReplyTarget target, CancellationToken cancellationToken)
        {
            await foreach (var reply in _live.ShouldNotBeNull().WatchAsync(target.ConversationId, cancellationToken))
            {
                if (reply.TurnId == target.TurnId)
                {
                    return [reply.Body];
                }
            }

            return [];
        }
    }
}
