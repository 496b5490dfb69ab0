using BotKb.WebConsole.Accounts;

namespace BotKb.WebConsole;

/// <summary>Section <c>Console</c>: the web console.</summary>
public sealed class ConsoleOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Console";

    /// <summary>The address that the first admin signs in with.</summary>
    public string AdminEmail { get; set; } = "admin@botkb.local";

    /// <summary>IP addresses of proxies, beside this machine, whose X-Forwarded-For and X-Forwarded-Proto are believed.</summary>
    public IList<string> Proxies { get; } = [];

    /// <summary>Sign-in with accounts that are kept elsewhere.</summary>
    public OpenIdConnectSettings OpenIdConnect { get; } = new();
}
