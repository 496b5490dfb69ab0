using BotKb.Access;
using Microsoft.Extensions.Options;

namespace BotKb.Tests.Access;

public sealed class ReaderLookupTests
{
    [Fact]
    public void Reader_holds_the_groups_that_name_the_address_in_any_case()
    {
        var lookup = Lookup(("HR", ["Anna@Example.com "]), ("sales", ["bert@example.com"]));

        var reader = lookup.Find(" anna@example.COM");

        reader.Email.ShouldBe("anna@example.com");
        reader.PrincipalKeys.ShouldBe(["group:hr", "user:anna@example.com"]);
    }

    [Fact]
    public void Nobody_in_particular_holds_no_principal() =>
        Lookup(("hr", ["anna@example.com"])).Find(null).ShouldBe(Reader.Anonymous);

    [Theory]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("group:hr")]
    [InlineData("anna@example.com,bert@example.com")]
    [InlineData("Anna <anna@example.com>")]
    [InlineData("anna@example@com")]
    [InlineData("anna@.example")]
    public void Text_that_is_no_address_is_refused_and_not_taken_for_an_unknown_person(string text) =>
        Should.Throw<BotKbException>(() => Lookup().Find(text)).Message.ShouldContain($"'{text}' is not an e-mail address");

    private static ReaderLookup Lookup(params (string Group, string[] Members)[] groups)
    {
        var options = new AccessOptions();
        foreach (var (group, members) in groups)
        {
            options.Groups[group] = members;
        }

        return new ReaderLookup(Options.Create(options));
    }
}
