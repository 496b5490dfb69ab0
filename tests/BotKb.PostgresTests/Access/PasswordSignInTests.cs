using BotKb.Access;
using BotKb.PostgresTests.Fixture;
using BotKb.WebConsole.Accounts;
using Microsoft.AspNetCore.Http;

namespace BotKb.PostgresTests.Access;

public sealed class PasswordSignInTests(PostgresFixture postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_email_that_only_the_database_would_clean_is_nobodys_and_gives_no_further_guesses()
    {
        await using var accounts = await TestAccounts.CreateAsync(postgres, Cancellation);
        await accounts.AddAsync("anna@example.com", AccountRole.Member, Cancellation);
        using var limits = new SignInLimits();
        var signIn = new PasswordSignIn(accounts.Ledger, new AccountPasswords(), limits);

        var outcome = await signIn.RunAsync(new DefaultHttpContext(), "an\0na@example.com", "guess");

        outcome.ShouldBe(SignInOutcome.Wrong);
        (await accounts.RowAsync("anna@example.com", Cancellation)).FailedSignIns.ShouldBe(0);
    }
}
