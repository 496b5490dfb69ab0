namespace BotKb.Simulators.People;

/// <summary>What the host prints for the first admin.</summary>
public sealed record OneTimeSignIn(string Email, string Password);
