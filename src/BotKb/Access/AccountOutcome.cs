namespace BotKb.Access;

/// <summary>How a change of an account ended.</summary>
public enum AccountOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>The account does not exist any more.</summary>
    Gone,

    /// <summary>Nothing has changed: without this account there would be no admin who can sign in.</summary>
    LastAdmin,

    /// <summary>Nothing has changed: another account has this e-mail.</summary>
    EmailTaken,

    /// <summary>Nothing has changed: this is not an e-mail address, or it is too long.</summary>
    EmailInvalid,

    /// <summary>Nothing has changed: the name is empty or too long.</summary>
    NameInvalid,
}
