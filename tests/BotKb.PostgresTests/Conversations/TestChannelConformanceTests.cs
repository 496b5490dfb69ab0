using BotKb.PostgresTests.Fixture;
using BotKb.Replies;

namespace BotKb.PostgresTests.Conversations;

public sealed class TestChannelConformanceTests(PostgresFixture postgres) : ChannelAdapterConformanceTests(postgres)
{
    private protected override IChannelPlatform CreatePlatform() => new Platform();

    private sealed class Platform : IChannelPlatform
    {
        private readonly TestChannel _channel = new();

        public bool CanLook => true;

        public bool CanTakeBack => true;

        public IChannelAdapter Open(IServiceProvider services) => _channel;

        public Task<IReadOnlyList<ReplyBody>> ScreenAsync(ReplyTarget target, CancellationToken cancellationToken) =>
            Task.FromResult(_channel.Screen(target.TurnId));
    }
}
