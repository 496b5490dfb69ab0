namespace BotKb.Access;

/// <summary>An account that a password is about to be compared with. The try counts as a wrong one until it is said to be right.</summary>
/// <param name="Id">The account's row.</param>
/// <param name="PasswordHash">The stored form of its password.</param>
/// <param name="PasswordExpired">True for a one-time password that was not used in time.</param>
public sealed record SignInCandidate(long Id, string PasswordHash, bool PasswordExpired);
