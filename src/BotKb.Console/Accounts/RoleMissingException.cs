namespace BotKb.WebConsole.Accounts;

/// <summary>The person may not do this.</summary>
public sealed class RoleMissingException : Exception
{
    public RoleMissingException()
        : base("The account lacks the role that this needs.")
    {
    }

    public RoleMissingException(string message)
        : base(message)
    {
    }

    public RoleMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
