using System.Security.Cryptography;
using BotKb.Data;

namespace BotKb.Access;

/// <summary>What a row of an account begins with.</summary>
internal static class NewAccount
{
    /// <summary>A name has at most so many characters.</summary>
    public const int LongestName = 200;

    /// <summary>An account without a password.</summary>
    public static Account Of(string email, string name, string role, DateTimeOffset now) => new()
    {
        Email = email.Trim().ToLowerInvariant(),
        Name = name.Trim(),
        Role = role,
        SecurityStamp = Stamp(),
        CreatedAt = now,
    };

    /// <summary>Gives an account a one-time password; its sessions end.</summary>
    public static void GivePassword(Account account, string passwordHash, DateTimeOffset now)
    {
        account.PasswordHash = passwordHash;
        account.MustChangePassword = true;
        account.PasswordExpiresAt = now + OneTimePassword.Lifetime;
        account.FailedSignIns = 0;
        if (account.LockedUntil < AccountLock.Forever)
        {
            account.LockedUntil = null;
        }

        account.SecurityStamp = Stamp();
    }

    /// <summary>A name that can be stored, of whatever a provider calls the person; the e-mail where that is nothing.</summary>
    public static string NameOf(string given, string email)
    {
        var name = PostgresText.Clean(given).Trim();
        name = name.Length <= LongestName ? name : PostgresText.Clean(name[..LongestName]);
        return name.Length > 0 ? name : PostgresText.Clean(email[..Math.Min(email.Length, LongestName)]);
    }

    /// <summary>A new security stamp.</summary>
    public static string Stamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
