namespace BotKb.Replies;

/// <summary>The reply of a turn as it is now.</summary>
/// <param name="TurnId">The turn's row.</param>
/// <param name="Version">Grows with each change of this turn's reply.</param>
/// <param name="Body">The whole reply.</param>
[GenerateSerializer]
[Immutable]
public sealed record LiveReply([property: Id(0)] long TurnId, [property: Id(1)] long Version, [property: Id(2)] ReplyBody Body);
