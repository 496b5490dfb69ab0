using BotKb.Answering;
using Microsoft.Extensions.Logging;

namespace BotKb.Retrieval.Dense;

/// <summary>
/// Turns questions into vectors. A model that fails is left alone for a while, so that an endpoint at a crawl slows down one question and
/// not every one. Safe for concurrent use.
/// </summary>
internal sealed class EmbedQuestion(DenseIndexes indexes, TimeProvider time, ILogger<EmbedQuestion> logger)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private TimeSpan _pause;
    private DateTimeOffset _pausedUntil;
    private string _failure = "";

    /// <summary>The question's vector; a failure of the model is a value, as the search goes on without it.</summary>
    public async Task<DenseQuestion> RunAsync(string question, CancellationToken cancellationToken)
    {
        if (await indexes.CurrentAsync(cancellationToken) is not { } index)
        {
            return DenseQuestion.None;
        }

        lock (_lock)
        {
            if (time.GetUtcNow() < _pausedUntil)
            {
                return new DenseQuestion(null, [], _failure);
            }
        }

        try
        {
            var vector = await index.Model.EmbedQuestionAsync(question, cancellationToken);
            lock (_lock)
            {
                _pause = TimeSpan.Zero;
            }

            return vector.Length == index.Table.Dimension
                ? new DenseQuestion(index, vector, null)
                : Pause($"The embedding model gave {vector.Length} numbers where its index has {index.Table.Dimension}.", null);
        }
        catch (ModelException exception)
        {
            // A text that is too long or not wanted says nothing about the next one.
            return exception.Failure is ModelFailure.Filtered or ModelFailure.ContextTooLong or ModelFailure.Refused
                ? new DenseQuestion(null, [], exception.Message)
                : Pause(exception.Message, exception.RetryAfter);
        }
    }

    private DenseQuestion Pause(string failure, TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            // Questions that were asked together fail together.
            if (time.GetUtcNow() < _pausedUntil)
            {
                return new DenseQuestion(null, [], failure);
            }

            _pause = retryAfter ?? (_pause == TimeSpan.Zero ? ShortestPause : _pause * 2);
            _pause = _pause > LongestPause ? LongestPause : _pause;
            _pausedUntil = time.GetUtcNow() + _pause;
            _failure = failure;
            logger.QuestionNotEmbedded(failure, _pause.TotalSeconds);
        }

        return new DenseQuestion(null, [], failure);
    }
}
