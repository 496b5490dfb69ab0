using System.Collections.Immutable;
using System.Reflection;
using BotKb.Channels.Web;
using BotKb.Replies;

namespace BotKb.Tests.Channels;

public sealed class WebChannelTests
{
    private static readonly ReplyTarget Target = new(WebChannel.Name, "", "t1", 1, 1, "m1", "anna@example.com");
    private static readonly ReplyBody Body = new("words", ImmutableArray<ReplyCitation>.Empty, null, ReplyState.Answered);

    [Fact]
    public async Task Screens_that_cannot_be_reached_are_tried_again_and_fail_no_answer()
    {
        var channel = new WebChannel(new LiveReplies(DispatchProxy.Create<IGrainFactory, NoSilo>(), TimeProvider.System));
        var cancellationToken = TestContext.Current.CancellationToken;

        var post = await Should.ThrowAsync<ChannelException>(() => channel.PostAsync(Target, 0, Body, cancellationToken));
        var edit = await Should.ThrowAsync<ChannelException>(() => channel.EditAsync(Target, "1", Body, cancellationToken));

        (post.Kind, edit.Kind).ShouldBe((FailureKind.Retry, FailureKind.Retry));
    }

    /// <summary>A host whose grains cannot be called, as while it stops.</summary>
    public class NoSilo : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new SiloUnavailableException("The silo stops.");
    }
}
