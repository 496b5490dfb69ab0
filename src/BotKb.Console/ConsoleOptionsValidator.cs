using System.Net;
using BotKb.Access;
using BotKb.WebConsole.Accounts;
using Microsoft.Extensions.Options;

namespace BotKb.WebConsole;

/// <summary>Says in one sentence which setting of the console is wrong.</summary>
internal sealed class ConsoleOptionsValidator : IValidateOptions<ConsoleOptions>
{
    public ValidateOptionsResult Validate(string? name, ConsoleOptions options) =>
        Problem(options) is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;

    private static string? Problem(ConsoleOptions options)
    {
        // JSON may set any text to null.
        if (!EmailAddress.IsValid(options.AdminEmail?.Trim() ?? ""))
        {
            return $"Console:AdminEmail is '{options.AdminEmail}', which is not an e-mail address; write one such as anna@example.com.";
        }

        return options.Proxies.FirstOrDefault(proxy => !IPAddress.TryParse(proxy, out _)) is { } wrong
            ? $"Console:Proxies names '{wrong}', which is not an IP address; write one such as 10.0.0.7."
            : Problem(options.OpenIdConnect);
    }

    private static string? Problem(OpenIdConnectSettings settings)
    {
        if (!settings.IsOn)
        {
            return null;
        }

        if (!Uri.TryCreate(settings.Authority, UriKind.Absolute, out var authority)
            || !(authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)))
        {
            return $"Console:OpenIdConnect:Authority is '{settings.Authority}'; it must be an address such as https://login.example.com.";
        }

        if (settings.AllowedDomains.Any(string.IsNullOrWhiteSpace))
        {
            return "Console:OpenIdConnect:AllowedDomains names an empty domain; write one such as example.com.";
        }

        return string.IsNullOrWhiteSpace(settings.ClientId)
            ? "Console:OpenIdConnect:ClientId is missing; write the id that the provider gave to BotKb."
            : null;
    }
}
