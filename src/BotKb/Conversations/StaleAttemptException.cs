namespace BotKb.Conversations;

/// <summary>A newer attempt works on the turn, or it has an end: this one may neither post, edit nor commit.</summary>
internal sealed class StaleAttemptException : Exception
{
    public StaleAttemptException()
    {
    }

    public StaleAttemptException(string message)
        : base(message)
    {
    }

    public StaleAttemptException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
