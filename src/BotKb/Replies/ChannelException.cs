namespace BotKb.Replies;

/// <summary>A call to a channel failed; the class was decided where the answer came in.</summary>
public sealed class ChannelException : Exception
{
    public ChannelException()
    {
    }

    public ChannelException(string message)
        : base(message)
    {
    }

    public ChannelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A failure of a known class.</summary>
    /// <param name="kind">What to do about it.</param>
    /// <param name="message">One sentence for the admin, without message text.</param>
    /// <param name="retryAfter">How long the platform wants to be left alone.</param>
    /// <param name="innerException">The cause.</param>
    public ChannelException(FailureKind kind, string message, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        RetryAfter = retryAfter;
    }

    /// <summary>What to do about it; unknown is transient.</summary>
    public FailureKind Kind { get; } = FailureKind.Retry;

    /// <summary>How long the platform wants to be left alone; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; }
}
