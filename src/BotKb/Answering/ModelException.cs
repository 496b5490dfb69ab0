namespace BotKb.Answering;

/// <summary>
/// A language model gave no answer, or only a part of one. The message is for the admin and holds no secret and no text of a question.
/// </summary>
public sealed class ModelException : Exception
{
    public ModelException()
    {
    }

    public ModelException(string message)
        : base(message)
    {
    }

    public ModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A failure of a known class.</summary>
    public ModelException(ModelFailure failure, string message, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Failure = failure;
        RetryAfter = retryAfter;
    }

    /// <summary>Why.</summary>
    public ModelFailure Failure { get; } = ModelFailure.Broken;

    /// <summary>How long the service asks to wait, where it says so.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>What to do about it.</summary>
    public FailureKind Kind => Failure switch
    {
        ModelFailure.Unauthorised or ModelFailure.NotAModel or ModelFailure.NoCredit or ModelFailure.Refused => FailureKind.TellAdmin,
        ModelFailure.Filtered or ModelFailure.ContextTooLong => FailureKind.GiveUp,
        _ => FailureKind.Retry,
    };
}
