using BotKb.Access;

namespace BotKb.Tests.Access;

public sealed class AccessOptionsValidatorTests
{
    [Fact]
    public void Group_of_addresses_is_accepted() => Validate("anna@example.com", " bert@example.com ").ShouldBeNull();

    [Fact]
    public void Misspelt_member_is_named_with_its_key() =>
        Validate("anna@example.com", "bert").ShouldNotBeNull().ShouldStartWith("Access:Groups:hr names 'bert'");

    [Fact]
    public void Group_and_member_that_are_null_are_named()
    {
        Validate(null).ShouldNotBeNull().ShouldStartWith("Access:Groups:hr ");
        Validate("anna@example.com", null).ShouldNotBeNull().ShouldStartWith("Access:Groups:hr ");
    }

    private static string? Validate(params string?[]? members)
    {
        var options = new AccessOptions();
        options.Groups["hr"] = members!; // As JSON may say.
        return new AccessOptionsValidator().Validate(null, options).FailureMessage;
    }
}
