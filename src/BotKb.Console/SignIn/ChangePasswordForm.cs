namespace BotKb.WebConsole.SignIn;

/// <summary>What is sent to change a password.</summary>
internal sealed class ChangePasswordForm
{
    public string? Current { get; set; }

    public string? New { get; set; }

    public string? Repeat { get; set; }
}
