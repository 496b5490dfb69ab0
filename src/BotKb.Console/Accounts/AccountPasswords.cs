using BotKb.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BotKb.WebConsole.Accounts;

/// <summary>Makes and compares the stored form of passwords: PBKDF2 with a salt of its own. Safe for concurrent use.</summary>
public sealed class AccountPasswords
{
    /// <summary>A password has at least so many characters.</summary>
    public const int Shortest = 12;

    /// <summary>A password has at most so many characters.</summary>
    public const int Longest = 200;

    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private readonly Lazy<string> _nothing;

    public AccountPasswords() => _nothing = new Lazy<string>(() => Hash(OneTimePassword.Create()));

    /// <summary>The stored form of a password.</summary>
    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    /// <summary>True for the password that the stored form was made of. Without a stored form it takes as long, and is false.</summary>
    public bool Matches(string? hash, string password) =>
        password.Length <= Longest
        && _hasher.VerifyHashedPassword(Nobody, hash ?? _nothing.Value, password) != PasswordVerificationResult.Failed
        && hash is not null;
}
