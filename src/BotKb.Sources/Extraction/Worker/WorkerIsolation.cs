using System.Collections.Immutable;

namespace BotKb.Sources.Extraction;

/// <summary>
/// What keeps the processes that read files apart from the rest of this machine, beside their empty environment and folder.
/// </summary>
/// <param name="Layers">What is in place, in words for an admin: 'no network', 'no privileges', 'user nobody'.</param>
/// <param name="Gaps">One sentence for each layer that this machine does not allow, with the reason.</param>
public sealed record WorkerIsolation(ImmutableArray<string> Layers, ImmutableArray<string> Gaps)
{
    /// <summary>The command line to put before a worker's.</summary>
    internal ImmutableArray<string> Prefix { get; init; } = [];

    /// <summary>True where workers run as another user, who must be able to write into their folders.</summary>
    internal bool OtherUser { get; init; }
}
