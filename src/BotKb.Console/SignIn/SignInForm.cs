namespace BotKb.WebConsole.SignIn;

/// <summary>What is sent to sign in.</summary>
internal sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }
}
