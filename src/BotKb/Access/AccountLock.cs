namespace BotKb.Access;

/// <summary>How long an account is locked.</summary>
internal static class AccountLock
{
    /// <summary>So many wrong passwords in a row lock an account.</summary>
    public const int Tries = 5;

    private const int MostMinutes = 60;

    /// <summary>Until an admin unlocks it.</summary>
    public static readonly DateTimeOffset Forever = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>5 minutes after the fifth wrong password, twice as long after each further one, an hour at most.</summary>
    /// <param name="failures">Wrong passwords in a row.</param>
    public static TimeSpan After(int failures) => failures < Tries
        ? TimeSpan.Zero
        : TimeSpan.FromMinutes(Math.Min(MostMinutes, 5L << Math.Min(10, failures - Tries)));
}
