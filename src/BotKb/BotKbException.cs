namespace BotKb;

/// <summary>A failure with a sentence for people: what happened and what to do about it.</summary>
public sealed class BotKbException : Exception
{
    public BotKbException()
    {
    }

    public BotKbException(string message)
        : base(message)
    {
    }

    public BotKbException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A failure of a known class.</summary>
    public BotKbException(FailureKind kind, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
    }

    /// <summary>What to do about it.</summary>
    public FailureKind Kind { get; } = FailureKind.TellAdmin;
}
