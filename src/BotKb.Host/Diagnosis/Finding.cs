namespace BotKb.Host.Diagnosis;

/// <summary>What one check found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="State">One of <see cref="FindingState"/>.</param>
/// <param name="Text">The finding, and what to do where it is not good.</param>
internal sealed record Finding(string Check, string State, string Text);
