namespace BotKb.Replies;

/// <summary>A limit of a platform that everything BotKb sends within its scope shares, on every host.</summary>
/// <param name="Scope">What the platform counts, e.g. <c>slack:T123:chat.update</c>.</param>
/// <param name="Count">Calls allowed within any window.</param>
/// <param name="Window">The length of the window.</param>
[GenerateSerializer]
[Immutable]
public sealed record RateLimit([property: Id(0)] string Scope, [property: Id(1)] int Count, [property: Id(2)] TimeSpan Window);
