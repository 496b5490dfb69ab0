namespace BotKb.Access;

/// <summary>What a signed-in person may do.</summary>
public static class AccountRole
{
    /// <summary>Asks questions and reads documents as the Reader that the e-mail stands for.</summary>
    public const string Member = "member";

    /// <summary>Also manages knowledge bases, sources and accounts.</summary>
    public const string Admin = "admin";

    /// <summary>True for one of the two.</summary>
    public static bool IsKnown(string role) => role is Member or Admin;
}
