using BotKb.WebConsole;

namespace BotKb.Tests.WebConsole;

public sealed class ConsoleOptionsValidatorTests
{
    [Fact]
    public void Settings_as_they_are_without_any_file_are_right() =>
        new ConsoleOptionsValidator().Validate(null, new ConsoleOptions()).Succeeded.ShouldBeTrue();

    [Fact]
    public void Wrong_settings_are_named()
    {
        Failure(new ConsoleOptions { AdminEmail = "admin" }).ShouldContain("Console:AdminEmail");
        Failure(new ConsoleOptions { AdminEmail = null! }).ShouldContain("Console:AdminEmail"); // As JSON may say.
        Failure(new ConsoleOptions { OpenIdConnect = { Authority = "https://login.example.com", ClientId = "x", AllowedDomains = { null! } } })
            .ShouldContain("Console:OpenIdConnect:AllowedDomains");
        Failure(new ConsoleOptions { Proxies = { "proxy.example.com" } }).ShouldContain("Console:Proxies");
        Failure(new ConsoleOptions { OpenIdConnect = { Authority = "http://login.example.com", ClientId = "x" } })
            .ShouldContain("Console:OpenIdConnect:Authority");
        Failure(new ConsoleOptions { OpenIdConnect = { Authority = "https://login.example.com" } })
            .ShouldContain("Console:OpenIdConnect:ClientId");
    }

    private static string Failure(ConsoleOptions options) =>
        new ConsoleOptionsValidator().Validate(null, options).FailureMessage.ShouldNotBeNull();
}
