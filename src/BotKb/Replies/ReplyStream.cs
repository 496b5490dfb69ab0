using System.Threading.Channels;
using BotKb.Answering;
using BotKb.Conversations;
using Microsoft.Extensions.Logging;

namespace BotKb.Replies;

/// <summary>
/// Shows a reply while it grows: the latest state wins, paced by the channel and its budgets. A refused edit never ends a turn; the
/// complete reply is sent until it has arrived, or until the platform says for good that it will not have it.
/// </summary>
internal sealed class ReplyStream(
    IChannelAdapter adapter, ReplyMessages messages, IRateBudget budget, TimeProvider time, ILogger<ReplyStream> logger) : IAsyncDisposable
{
    private const int MostTries = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    private readonly ReplyDraft _draft = new();
    private readonly CancellationTokenSource _completing = new();
    private readonly Channel<ReplyBody> _latest = Channel.CreateBounded<ReplyBody>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private Task? _pump;
    private StaleAttemptException? _stale;
    private DateTimeOffset? _firstWordsAt;

    /// <summary>Takes a part of the answer in.</summary>
    /// <exception cref="StaleAttemptException">The attempt is stale.</exception>
    public void Show(AnswerPart part)
    {
        if (_stale is not null)
        {
            throw _stale;
        }

        _draft.Add(part);
        if (part is AnswerPart.Restart)
        {
            return;
        }

        _latest.Writer.TryWrite(_draft.ToBody(ReplyState.Streaming));
        _pump ??= PumpAsync(_completing.Token);
    }

    /// <summary>Puts a text of BotKb's own in the place of the answer.</summary>
    public void Replace(string text)
    {
        _draft.Add(new AnswerPart.Restart());
        _draft.Add(new AnswerPart.Text(text));
    }

    /// <summary>Sends the complete reply.</summary>
    /// <returns>How the turn ended.</returns>
    /// <exception cref="StaleAttemptException">The attempt is stale.</exception>
    public async Task<TurnEnd> CompleteAsync(ReplyState state, AnswerTrace? trace, string? failureId, CancellationToken cancellationToken)
    {
        await EndPumpAsync();
        var body = _draft.ToBody(state);
        if (!await DeliverAsync(body, cancellationToken))
        {
            (body, failureId) = (body with { State = ReplyState.Failed }, failureId ?? FailureIds.New());
            logger.ReplyUndeliverable(failureId, messages.Target.TurnId, messages.Target.Channel);
        }

        return new TurnEnd(body, trace, failureId, _firstWordsAt, messages.Calls);
    }

    public async ValueTask DisposeAsync()
    {
        await EndPumpAsync();
        _completing.Dispose();
    }

    private async Task EndPumpAsync()
    {
        await _completing.CancelAsync();
        if (_pump is not null)
        {
            await _pump;
        }
    }

    private async Task PumpAsync(CancellationToken completing)
    {
        try
        {
            await foreach (var body in _latest.Reader.ReadAllAsync(completing))
            {
                await SendGrowingAsync(body, completing);
            }
        }
        catch (StaleAttemptException exception)
        {
            _stale = exception;
        }
        catch (Exception) when (completing.IsCancellationRequested)
        {
            // The complete reply follows.
        }
    }

    private async Task SendGrowingAsync(ReplyBody body, CancellationToken completing)
    {
        try
        {
            await SendOnceOpenAsync(body, completing);
        }
        catch (Exception exception) when (exception is not StaleAttemptException && !completing.IsCancellationRequested)
        {
            logger.EditFailed(messages.Target.TurnId, messages.Target.Channel, exception.Message);
        }

        await Task.Delay(adapter.Limits.Pace, time, completing);
    }

    private async Task SendOnceOpenAsync(ReplyBody body, CancellationToken completing)
    {
        var limits = adapter.BudgetsOf(messages.Target);
        while (!await budget.IsOpenAsync(limits))
        {
            await Task.Delay(adapter.Limits.Pace + FirstPause, time, completing);
        }

        try
        {
            await budget.TakeAsync(limits, completing);

            // Not cut off in the middle: whether a cancelled post arrived would not be known.
            await messages.SendAsync(Newest(body), CancellationToken.None);
            _firstWordsAt ??= time.GetUtcNow();
        }
        catch (ChannelException exception)
        {
            logger.EditFailed(messages.Target.TurnId, messages.Target.Channel, exception.Message);
            await WaitAsync(exception, limits, 1, completing);
        }
    }

    private ReplyBody Newest(ReplyBody body) => _latest.Reader.TryRead(out var newer) ? newer : body;

    private async Task<bool> DeliverAsync(ReplyBody body, CancellationToken cancellationToken)
    {
        var limits = adapter.BudgetsOf(messages.Target);
        for (var (tries, arrived) = (1, 0); ; tries = messages.Arrived > arrived ? 1 : tries + 1)
        {
            arrived = messages.Arrived;
            try
            {
                await budget.TakeAsync(limits, cancellationToken);
                await messages.SendAsync(body, cancellationToken);
                _firstWordsAt ??= time.GetUtcNow();
                return true;
            }
            catch (ChannelException exception) when (exception.Kind == FailureKind.Retry && tries < MostTries)
            {
                logger.EditFailed(messages.Target.TurnId, messages.Target.Channel, exception.Message);
                await WaitAsync(exception, limits, tries, cancellationToken);
            }
            catch (ChannelException exception)
            {
                logger.EditFailed(messages.Target.TurnId, messages.Target.Channel, exception.Message);
                return false;
            }
        }
    }

    private async Task WaitAsync(ChannelException exception, IReadOnlyList<RateLimit> limits, int tries, CancellationToken cancellationToken)
    {
        if (exception.RetryAfter is { } asked)
        {
            await budget.CloseForAsync(limits, asked);
        }

        await Task.Delay(exception.RetryAfter ?? (FirstPause * Math.Pow(2, tries - 1)), time, cancellationToken);
    }
}
