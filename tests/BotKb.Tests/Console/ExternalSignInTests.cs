using System.Security.Claims;
using BotKb.WebConsole.Accounts;

namespace BotKb.Tests.WebConsole;

public sealed class ExternalSignInTests
{
    [Fact]
    public void Verified_email_is_taken_in_lower_case() =>
        ExternalSignIn.VerifiedEmail(Person("Anna@Example.com", "true"), new OpenIdConnectSettings()).ShouldBe("anna@example.com");

    [Theory]
    [InlineData("false")]
    [InlineData("no")]
    [InlineData(null)]
    public void Unverified_email_is_nobody_unless_the_provider_is_trusted(string? verified)
    {
        ExternalSignIn.VerifiedEmail(Person("anna@example.com", verified), new OpenIdConnectSettings()).ShouldBeNull();
        ExternalSignIn.VerifiedEmail(Person("anna@example.com", verified), new OpenIdConnectSettings { EmailIsVerified = true })
            .ShouldBe("anna@example.com");
    }

    [Theory]
    [InlineData("anna@example.com", true)]
    [InlineData("anna@notexample.com", false)]
    [InlineData("anna@example.com.evil.org", false)]
    public void Only_the_allowed_domains_are_let_in(string email, bool allowed)
    {
        var settings = new OpenIdConnectSettings { AllowedDomains = { "Example.com" } };

        (ExternalSignIn.VerifiedEmail(Person(email, "true"), settings) is not null).ShouldBe(allowed);
    }

    [Fact]
    public void Nobody_and_text_that_is_no_email_are_refused()
    {
        ExternalSignIn.VerifiedEmail(null, new OpenIdConnectSettings()).ShouldBeNull();
        ExternalSignIn.VerifiedEmail(Person("anna", "true"), new OpenIdConnectSettings()).ShouldBeNull();
    }

    [Fact]
    public void A_letter_that_only_becomes_another_in_lower_case_is_not_that_persons() =>
        ExternalSignIn.VerifiedEmail(Person("\u212Aarl@example.com", "true"), new OpenIdConnectSettings()).ShouldBeNull();

    private static ClaimsPrincipal Person(string email, string? verified) => new(new ClaimsIdentity(
        verified is null ? [new Claim("email", email)] : [new Claim("email", email), new Claim("email_verified", verified)], "test"));
}
