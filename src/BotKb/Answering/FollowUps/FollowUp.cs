namespace BotKb.Answering.FollowUps;

/// <summary>A message that does not stand alone.</summary>
/// <param name="Fragment">What it puts in the place of something in the question before; null where the whole message goes after that question.</param>
internal sealed record FollowUp(string? Fragment);
