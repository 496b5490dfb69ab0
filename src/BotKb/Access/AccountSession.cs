namespace BotKb.Access;

/// <summary>What a session has to know about its account, as it is now.</summary>
/// <param name="Id">The account's row.</param>
/// <param name="Email">The verified e-mail, lower case.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="Role">One of <see cref="AccountRole"/>.</param>
/// <param name="SecurityStamp">A session that carries another one has ended.</param>
/// <param name="MustChangePassword">True where nothing but a new password is possible.</param>
/// <param name="Language">The language that the person chose; null follows the browser.</param>
public sealed record AccountSession(
    long Id, string Email, string Name, string Role, string SecurityStamp, bool MustChangePassword, string? Language);
