namespace BotKb.WebConsole.Accounts;

/// <summary>Section <c>Console:OpenIdConnect</c>: sign-in with accounts that are kept elsewhere.</summary>
public sealed class OpenIdConnectSettings
{
    /// <summary>The provider's address; without it there is no such sign-in.</summary>
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>What the provider is called on the sign-in page.</summary>
    public string DisplayName { get; set; } = "OpenID Connect";

    /// <summary>Only e-mails of these domains are let in; empty for all.</summary>
    public IList<string> AllowedDomains { get; } = [];

    /// <summary>True to make a member of everybody who has no account.</summary>
    public bool CreateMembers { get; set; }

    /// <summary>True for a provider that verifies every e-mail and does not say so by the claim email_verified.</summary>
    public bool EmailIsVerified { get; set; }

    /// <summary>True where there is a provider.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);
}
