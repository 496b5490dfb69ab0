using System.Collections.Immutable;

namespace BotKb.Access;

/// <summary>
/// Who may read something: everyone, or a set of principals. An empty set is nobody: unknown permission means no.
/// Principal keys are <c>user:EMAIL</c> (lower case) and <c>group:NAME</c>.
/// </summary>
/// <param name="Everyone">True when anyone may read; <paramref name="Principals"/> is empty then.</param>
/// <param name="Principals">Sorted, distinct principal keys.</param>
public sealed record ReaderSet(bool Everyone, ImmutableSortedSet<string> Principals)
{
    /// <summary>Anyone may read.</summary>
    public static ReaderSet All { get; } = new(true, []);

    /// <summary>Nobody may read.</summary>
    public static ReaderSet Nobody { get; } = new(false, []);

    /// <summary>A canonical text: two sets with the same readers have the same key.</summary>
    public string Key => Everyone ? "everyone" : string.Join('\n', Principals);

    /// <summary>Makes a set from keys such as <c>user:anna@example.com</c> and <c>group:hr</c>.</summary>
    public static ReaderSet Of(IEnumerable<string> principalKeys) =>
        new(false, principalKeys.Select(key => key.Trim().ToLowerInvariant()).ToImmutableSortedSet(StringComparer.Ordinal));

    /// <summary>True where everybody who is in this set is in the other one too.</summary>
    public bool IsWithin(ReaderSet other) => other.Everyone || (!Everyone && Principals.IsSubsetOf(other.Principals));

    public bool Equals(ReaderSet? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
