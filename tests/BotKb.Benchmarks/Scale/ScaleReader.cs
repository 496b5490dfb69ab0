using BotKb.Access;

namespace BotKb.Benchmarks.Scale;

/// <summary>A reader who sees the documents of the first so many of <see cref="Scopes"/> scopes.</summary>
/// <param name="Name">The share that the reader sees.</param>
/// <param name="Visible">How many scopes.</param>
internal sealed record ScaleReader(string Name, int Visible)
{
    /// <summary>A document lies in one of so many scopes by the hash of its path.</summary>
    public const int Scopes = 1_000;

    /// <summary>The four readers: 100, 50, 5 and 0.5 percent.</summary>
    public static IReadOnlyList<ScaleReader> All { get; } =
        [new("100 %", Scopes), new("50 %", Scopes / 2), new("5 %", Scopes / 20), new("0.5 %", Scopes / 200)];

    /// <summary>The reader as the product knows people.</summary>
    public Reader Reader => new($"{Visible}@example.com", [Group]);

    private string Group => $"group:of-{Visible}-scopes";

    /// <summary>Who may read a scope: the readers who see it, and a group of its own, so that no two scopes are one.</summary>
    public static ReaderSet ReadersOf(int scope) =>
        ReaderSet.Of(All.Where(reader => scope < reader.Visible).Select(reader => reader.Group).Append($"group:scope-{scope}"));
}
