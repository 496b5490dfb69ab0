namespace BotKb.Knowledge.Reading;

/// <summary>A part of a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
public sealed record TextSpan(int Start, int End);
