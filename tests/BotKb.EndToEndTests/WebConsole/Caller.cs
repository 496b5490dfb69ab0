namespace BotKb.EndToEndTests.WebConsole;

/// <summary>Who may have an answer of a route, each with all above.</summary>
internal enum Caller
{
    Admin,
    Member,

    /// <summary>Also who signed in with a one-time password and has not changed it.</summary>
    Newcomer,
    Anonymous,
}
