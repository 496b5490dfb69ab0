using System.Net;
using BotKb.Access;
using BotKb.WebConsole.Accounts;

namespace BotKb.Tests.WebConsole;

public sealed class AccountPasswordsTests
{
    private readonly AccountPasswords _passwords = new();

    [Fact]
    public void Stored_form_matches_its_password_only()
    {
        var hash = _passwords.Hash("correct horse battery");

        hash.ShouldNotContain("horse");
        _passwords.Matches(hash, "correct horse battery").ShouldBeTrue();
        _passwords.Matches(hash, "correct horse batterz").ShouldBeFalse();
        _passwords.Hash("correct horse battery").ShouldNotBe(hash);
    }

    [Fact]
    public void Nobody_has_a_password() => _passwords.Matches(null, "correct horse battery").ShouldBeFalse();

    [Fact]
    public void Text_of_any_length_is_compared_in_bounded_time() =>
        _passwords.Matches(_passwords.Hash("x"), new string('x', 10_000_000)).ShouldBeFalse();

    [Fact]
    public void One_time_passwords_are_long_enough_and_differ()
    {
        var passwords = Enumerable.Range(0, 100).Select(_ => OneTimePassword.Create()).ToList();

        passwords.ShouldBeUnique();
        passwords.ShouldAllBe(password => password.Length >= AccountPasswords.Shortest);
    }

    [Fact]
    public void Tries_are_limited_for_an_email_and_for_an_address()
    {
        using var limits = new SignInLimits();
        var one = IPAddress.Parse("192.0.2.1");

        Enumerable.Range(0, 12).Count(i => limits.Allow(IPAddress.Parse($"192.0.2.{i + 10}"), "Anna@example.com")).ShouldBe(SignInLimits.PerEmail);
        Enumerable.Range(0, 40).Count(i => limits.Allow(one, $"{i}@example.com")).ShouldBe(SignInLimits.PerAddress);
        limits.Allow(one.MapToIPv6(), "bert@example.com").ShouldBeFalse();
        Enumerable.Range(0, 40).Count(i => limits.Allow(IPAddress.Parse($"2001:db8::{i + 1}"), $"v{i}@example.com")).ShouldBe(SignInLimits.PerAddress);
    }
}
