namespace BotKb.Access;

/// <summary>Whether the person behind an account can sign in.</summary>
public enum AccountState
{
    /// <summary>With a password of the person's own, or at the OpenID Connect provider.</summary>
    Active,

    /// <summary>With a one-time password that has not been changed yet.</summary>
    Invited,

    /// <summary>The one-time password was not used in time: an admin has to give a new one.</summary>
    Expired,

    /// <summary>Not before an hour or less has gone by: there were too many wrong passwords.</summary>
    Paused,

    /// <summary>An admin has locked the account.</summary>
    Locked,
}
