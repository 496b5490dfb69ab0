namespace BotKb.WebConsole.Accounts;

/// <summary>The session is over: signed out elsewhere, locked, deleted, or with other rights than it began with.</summary>
public sealed class SessionEndedException : Exception
{
    public SessionEndedException()
        : base("The session has ended.")
    {
    }

    public SessionEndedException(string message)
        : base(message)
    {
    }

    public SessionEndedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
