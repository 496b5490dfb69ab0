namespace BotKb.EndToEndTests.Chat;

/// <summary>What the host prints for the first admin.</summary>
internal sealed record OneTimeSignIn(string Email, string Password);
