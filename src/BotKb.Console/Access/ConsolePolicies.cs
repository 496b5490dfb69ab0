namespace BotKb.WebConsole.Access;

/// <summary>The names of the authorization policies of the console's routes.</summary>
public static class ConsolePolicies
{
    /// <summary>Manages knowledge bases, sources and accounts.</summary>
    public const string Admin = "admin";

    /// <summary>Is signed in.</summary>
    public const string Member = "member";
}
