namespace BotKb.WebConsole.Accounts;

/// <summary>How a try to sign in ended.</summary>
internal enum SignInOutcome
{
    /// <summary>The session has begun.</summary>
    Done,

    /// <summary>No such e-mail, another password, or a locked account: which of them is not told.</summary>
    Wrong,

    /// <summary>The one-time password is right, and was not used in time.</summary>
    Expired,

    /// <summary>There were too many tries from this address or for this e-mail.</summary>
    TooMany,
}
