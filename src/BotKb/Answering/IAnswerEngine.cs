namespace BotKb.Answering;

/// <summary>Answers questions as a stream. Safe for concurrent use.</summary>
public interface IAnswerEngine
{
    /// <summary>
    /// Yields the answer as it comes about, ending in exactly one <see cref="AnswerPart.Done"/>. A model that fails is no error here: the
    /// extractive answer takes over and says so. Errors of the search pass through as exceptions.
    /// </summary>
    /// <param name="question">What is asked.</param>
    /// <param name="cancellationToken">Ends the stream, and the model's work, at once.</param>
    IAsyncEnumerable<AnswerPart> AnswerAsync(Question question, CancellationToken cancellationToken);
}
