namespace BotKb.Data;

/// <summary>A person who signs in to the console.</summary>
public sealed class Account
{
    public long Id { get; set; }

    /// <summary>Lower case, unique; the Reader's verified e-mail.</summary>
    public required string Email { get; set; }

    /// <summary>What the person is called.</summary>
    public required string Name { get; set; }

    /// <summary>One of <see cref="Access.AccountRole"/>.</summary>
    public required string Role { get; set; }

    /// <summary>A salted hash; null for a person who signs in elsewhere only.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>True for a password that an admin gave: nothing else is possible before it is changed.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>When a one-time password ends to be of use; null for a password of the person's own.</summary>
    public DateTimeOffset? PasswordExpiresAt { get; set; }

    /// <summary>Changes with password, role and lock: sessions that carry an older one end.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>Wrong passwords in a row.</summary>
    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>The subject that the OpenID Connect provider knows the person by.</summary>
    public string? ExternalSubject { get; set; }

    /// <summary>The console's language that the person chose, <c>en</c> or <c>zh</c>; null follows the browser.</summary>
    public string? Language { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }
}
