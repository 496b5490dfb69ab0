using BotKb.Access;
using BotKb.Answering;
using BotKb.Data;
using BotKb.Replies;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotKb.Conversations;

/// <summary>Makes one attempt at one turn: reads what the asker may, answers, shows it as it grows, and gives the turn its end.</summary>
internal sealed class AnswerTurn(
    TurnStore turns,
    ReadableHistory history,
    ReaderLookup readers,
    IAnswerEngine engine,
    ReplyStreams replies,
    IOptions<ConversationOptions> options,
    TimeProvider time,
    ILogger<AnswerTurn> logger)
{
    /// <summary>Runs until the turn has its end, here or by a newer attempt.</summary>
    /// <param name="turnId">The turn's row.</param>
    /// <param name="stop">The asker wants no more.</param>
    /// <param name="leaving">The host stops; the turn keeps waiting for its end.</param>
    public async Task RunAsync(long turnId, CancellationToken stop, CancellationToken leaving)
    {
        if (await turns.BeginAsync(turnId, leaving) is not { } turn)
        {
            return;
        }

        await using var stream = replies.Open(turn);
        try
        {
            var end = await AnswerAsync(turn, stream, stop, leaving);
            await turns.EndAsync(turnId, turn.Attempt, end, leaving);
        }
        catch (StaleAttemptException)
        {
            logger.AttemptStale(turnId, turn.Attempt);
        }
    }

    private async Task<TurnEnd> AnswerAsync(OpenTurn turn, ReplyStream stream, CancellationToken stop, CancellationToken leaving)
    {
        if (turn.StopRequested)
        {
            return await stream.CompleteAsync(ReplyState.Stopped, null, null, leaving);
        }

        if (turn.Attempt > options.Value.MaxAttempts)
        {
            return await FailAsync(turn, stream, ConversationPhrases.TriedTooOften, null, leaving);
        }

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.DeadlineSeconds), time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token, leaving);
        AnswerPart.Done? done = null;
        try
        {
            done = await ShowAsync(turn, stream, any.Token);
            var state = done.Outcome == AnswerOutcome.Refused ? ReplyState.Refused : ReplyState.Answered;
            return await stream.CompleteAsync(state, done.Trace, null, leaving);
        }
        catch (Exception exception) when (done is null && IsEndBy(exception, stop) && !leaving.IsCancellationRequested)
        {
            return await stream.CompleteAsync(ReplyState.Stopped, null, null, leaving);
        }
        catch (Exception exception) when (done is null && IsEndBy(exception, deadline.Token) && !leaving.IsCancellationRequested)
        {
            return await FailAsync(turn, stream, ConversationPhrases.TookTooLong, null, leaving);
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not StaleAttemptException && IsFinal(exception))
        {
            return await FailAsync(turn, stream, ConversationPhrases.Failed, exception, leaving);
        }
    }

    private async Task<AnswerPart.Done> ShowAsync(OpenTurn turn, ReplyStream stream, CancellationToken cancellationToken)
    {
        var reader = readers.Find(turn.AskerEmail);
        var past = await history.ReadAsync(turn, reader, cancellationToken);
        var question = new Question(turn.Question, past, turn.KnowledgeBases, reader);
        await foreach (var part in engine.AnswerAsync(question, cancellationToken))
        {
            if (part is AnswerPart.Done done)
            {
                return done;
            }

            stream.Show(part);
        }

        throw new InvalidOperationException("An answer ended without an end.");
    }

    private async Task<TurnEnd> FailAsync(
        OpenTurn turn, ReplyStream stream, Func<string, string, string> phrase, Exception? exception, CancellationToken leaving)
    {
        var id = FailureIds.New();
        logger.TurnFailed(exception, id, turn.Target.TurnId, turn.Attempt);
        stream.Replace(phrase(turn.Question, id));
        return await stream.CompleteAsync(ReplyState.Failed, null, id, leaving);
    }

    // A connection that is closed by the cancelling may say so in words of its own.
    private static bool IsEndBy(Exception exception, CancellationToken cancelled) =>
        cancelled.IsCancellationRequested && exception is not StaleAttemptException && (exception is OperationCanceledException || !IsFinal(exception));

    // What PostgreSQL or the network may do better in a moment is tried again by the grain; MaxAttempts bounds it.
    private static bool IsFinal(Exception exception) => PostgresFailure.Describe(exception) switch
    {
        { Kind: FailureKind.Retry } => false,
        not null => true,
        null => exception is not HttpRequestException and not IOException and not OrleansException,
    };
}
