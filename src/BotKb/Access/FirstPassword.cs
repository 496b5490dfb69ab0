namespace BotKb.Access;

/// <summary>What the first admin signs in with.</summary>
/// <param name="Email">The account's e-mail.</param>
/// <param name="Password">The one-time password; it is stored nowhere.</param>
public sealed record FirstPassword(string Email, string Password);
