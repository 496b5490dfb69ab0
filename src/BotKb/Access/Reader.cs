using System.Collections.Immutable;

namespace BotKb.Access;

/// <summary>Who asks: the principals that a person holds, groups expanded. Without an e-mail: what everyone may read.</summary>
/// <param name="Email">The verified e-mail, lower case; null for an unknown person.</param>
/// <param name="PrincipalKeys">Every principal key the person holds, e.g. <c>user:anna@example.com</c>, <c>group:hr</c>.</param>
public sealed record Reader(string? Email, ImmutableSortedSet<string> PrincipalKeys)
{
    /// <summary>A person about whom nothing is known.</summary>
    public static Reader Anonymous { get; } = new(null, []);
}
