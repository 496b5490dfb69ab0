using System.Linq.Expressions;
using BotKb.Data;

namespace BotKb.Access;

/// <summary>What a session has to know about its account, as it is now.</summary>
/// <param name="Id">The account's row.</param>
/// <param name="Email">The verified e-mail, lower case.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="Role">One of <see cref="AccountRole"/>.</param>
/// <param name="SecurityStamp">A session that carries another one has ended.</param>
/// <param name="MustChangePassword">True where nothing but a new password is possible.</param>
/// <param name="HasPassword">False for a person who signs in elsewhere only.</param>
/// <param name="Language">The language that the person chose; null follows the browser.</param>
public sealed record AccountSession(
    long Id, string Email, string Name, string Role, string SecurityStamp, bool MustChangePassword, bool HasPassword, string? Language)
{
    /// <summary>The session of an account's row, for a query.</summary>
    internal static readonly Expression<Func<Account, AccountSession>> OfRow = row => new AccountSession(
        row.Id, row.Email, row.Name, row.Role, row.SecurityStamp, row.MustChangePassword, row.PasswordHash != null, row.Language);
}
