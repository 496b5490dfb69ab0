using BotKb.Access;

namespace BotKb.Tests.Access;

public sealed class AccessOptionsValidatorTests
{
    [Fact]
    public void Group_of_addresses_is_accepted() => Validate("anna@example.com", " bert@example.com ").ShouldBeNull();

    [Fact]
    public void Misspelt_member_is_named_with_its_key() =>
        Validate("anna@example.com", "bert").ShouldNotBeNull().ShouldStartWith("Access:Groups:hr names 'bert'");

    private static string? Validate(params string[] members)
    {
        var options = new AccessOptions();
        options.Groups["hr"] = members;
        return new AccessOptionsValidator().Validate(null, options).FailureMessage;
    }
}
