namespace BotKb.EndToEndTests.WebConsole;

/// <summary>Who calls a route.</summary>
[Flags]
internal enum Callers
{
    None = 0,
    Admin = 1,
    Member = 2,

    /// <summary>An admin who signed in with a one-time password and has not changed it.</summary>
    Newcomer = 4,
    Anonymous = 8,

    /// <summary>Whose password is their own.</summary>
    People = Admin | Member,

    /// <summary>All but who has to change a password first.</summary>
    Visitors = People | Anonymous,
    Everybody = People | Newcomer | Anonymous,
}
