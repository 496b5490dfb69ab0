using BotKb.Access;
using BotKb.Replies;

namespace BotKb.WebConsole.Chat;

/// <summary>How the page reads a conversation and follows its replies.</summary>
public sealed partial class ChatPage
{
    // A reply that grows is drawn at most some twenty times a second.
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private const int LongestAnnouncement = 2_000;

    private async Task OpenAsync(ChatThread thread, CancellationToken cancellationToken)
    {
        try
        {
            await LoadAsync(thread, cancellationToken);
        }
        catch (Exception exception) when (ChatFailure.IsPassing(exception))
        {
            _problem = Texts.Away;
        }

        StartFollowing(thread, cancellationToken);
    }

    // A page that is drawn before it is live does not follow.
    private void StartFollowing(ChatThread thread, CancellationToken cancellationToken)
    {
        if (RendererInfo.IsInteractive)
        {
            _ = FollowAsync(thread, cancellationToken);
        }
    }

    private async Task LoadAsync(ChatThread thread, CancellationToken cancellationToken)
    {
        var reader = await current.GetAsync(cancellationToken);
        _knowledgeBases = await knowledge.ListReadableAsync(reader, cancellationToken);
        await ListAsync(reader, cancellationToken);
        if (thread.Id is { } id)
        {
            thread.Key ??= await catalog.FindKeyAsync(WebChat.Channel, reader.Email ?? "", id, cancellationToken);
            thread.IsMissing = thread.Key is null;
            thread.Load(await catalog.TurnsAsync(WebChat.Channel, reader, id, cancellationToken));
        }

        thread.IsLoaded = true;
        ChooseKnowledgeBase();
    }

    private async Task ListAsync(Reader reader, CancellationToken cancellationToken) =>
        _conversations = await catalog.ListAsync(WebChat.Channel, reader.Email ?? "", _listed, cancellationToken);

    private async Task FollowAsync(ChatThread thread, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await FollowOnceAsync(thread, cancellationToken);
                return;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (ChatFailure.IsPassing(exception))
            {
                await WaitOutAsync(thread, cancellationToken);
            }
            catch (Exception exception)
            {
                await DispatchExceptionAsync(exception);
                return;
            }
        }
    }

    private async Task FollowOnceAsync(ChatThread thread, CancellationToken cancellationToken)
    {
        if (!thread.IsLoaded)
        {
            await LoadAsync(thread, cancellationToken);
            _problem = null;
            StateHasChanged();
        }

        if (thread is not { Id: { } id, IsMissing: false })
        {
            return;
        }

        await foreach (var reply in live.WatchAsync(id, cancellationToken))
        {
            await ShowAsync(thread, reply, cancellationToken);
        }
    }

    private async Task ShowAsync(ChatThread thread, LiveReply reply, CancellationToken cancellationToken)
    {
        var wasOpen = thread.Turns.Any(turn => turn.Id == reply.TurnId && turn.IsOpen);
        if (!thread.Show(reply) || !thread.IsLoaded)
        {
            // Asked on another page of the same person.
            await LoadAsync(thread, cancellationToken);
            thread.Show(reply);
        }

        if (reply.Body.State != ReplyState.Streaming)
        {
            Announce(reply.Body, wasOpen);
        }

        StateHasChanged();
        if (reply.Body is { State: ReplyState.Streaming, Text.Length: > 0 })
        {
            // Never before the first words.
            await Task.Delay(Frame, time, cancellationToken);
        }
    }

    // Only a whole answer is read out, not each of its words.
    private void Announce(ReplyBody body, bool wasOpen)
    {
        if (wasOpen)
        {
            var text = body.Text.Length <= LongestAnnouncement ? body.Text : body.Text[..LongestAnnouncement];
            _announcement = CitationLabel.Fill(Texts.Announced, text);
        }
    }

    private async Task WaitOutAsync(ChatThread thread, CancellationToken cancellationToken)
    {
        thread.IsLoaded = false;
        _problem = Texts.Away;
        StateHasChanged();
        await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}
