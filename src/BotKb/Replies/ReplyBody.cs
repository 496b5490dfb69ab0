using System.Collections.Immutable;

namespace BotKb.Replies;

/// <summary>A whole reply as it is now; each one replaces the one before.</summary>
/// <param name="Text">The text, with marks such as <c>[1]</c> that point into <paramref name="Citations"/>, counted from 1.</param>
/// <param name="Citations">What the marks stand for; for a refusal, documents that come near.</param>
/// <param name="Notice">A sentence of BotKb's own about the answer, shown apart from it.</param>
/// <param name="State">Whether more is to come.</param>
[GenerateSerializer]
[Immutable]
public sealed record ReplyBody(
    [property: Id(0)] string Text,
    [property: Id(1)] ImmutableArray<ReplyCitation> Citations,
    [property: Id(2)] string? Notice,
    [property: Id(3)] ReplyState State);
