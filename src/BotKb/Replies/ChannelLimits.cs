namespace BotKb.Replies;

/// <summary>What a channel bears.</summary>
/// <param name="MaxCharacters">The longest message, in UTF-16 characters; a longer reply becomes several messages.</param>
/// <param name="Pace">The shortest time between two edits of one reply.</param>
public sealed record ChannelLimits(int MaxCharacters, TimeSpan Pace);
