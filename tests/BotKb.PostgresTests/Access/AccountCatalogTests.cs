using BotKb.Access;
using BotKb.PostgresTests.Fixture;

namespace BotKb.PostgresTests.Access;

public sealed class AccountCatalogTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestAccounts _accounts = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AccountCatalog Catalog => _accounts.Catalog;

    public async ValueTask InitializeAsync() => _accounts = await TestAccounts.CreateAsync(postgres, Cancellation);

    public ValueTask DisposeAsync() => _accounts.DisposeAsync();

    [Fact]
    public async Task First_admin_gets_a_new_password_at_every_start_until_it_was_changed()
    {
        var first = (await _accounts.StartAsync(Cancellation)).ShouldNotBeNull();
        var second = (await _accounts.StartAsync(Cancellation)).ShouldNotBeNull();

        second.Password.ShouldNotBe(first.Password);
        var admin = await _accounts.RowAsync("admin@botkb.local", Cancellation);
        (admin.PasswordHash, admin.MustChangePassword, admin.Role).ShouldBe((second.Password, true, AccountRole.Admin));
        await Catalog.SetPasswordAsync(admin.Id, "own", Cancellation);
        (await _accounts.StartAsync(Cancellation)).ShouldBeNull();
        (await _accounts.RowAsync("admin@botkb.local", Cancellation)).PasswordHash.ShouldBe("own");
    }

    [Fact]
    public async Task Hosts_that_start_at_once_make_one_admin()
    {
        var passwords = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _accounts.StartAsync(Cancellation)));

        (await Catalog.ListAsync(Cancellation)).ShouldHaveSingleItem();
        passwords.Select(password => password!.Password).ShouldContain((await _accounts.RowAsync("admin@botkb.local", Cancellation)).PasswordHash!);
    }

    [Fact]
    public async Task Account_begins_with_a_password_that_expires_in_a_day()
    {
        await _accounts.StartAsync(Cancellation);
        (await Catalog.CreateAsync(" Anna@Example.com ", "Anna", AccountRole.Member, "hash", Cancellation)).ShouldBe(AccountOutcome.Done);

        (await Catalog.ListAsync(Cancellation)).Single(row => row.Email == "anna@example.com").State.ShouldBe(AccountState.Invited);
        _accounts.Time.Advance(TimeSpan.FromHours(24));
        (await Catalog.ListAsync(Cancellation)).Single(row => row.Email == "anna@example.com").State.ShouldBe(AccountState.Expired);
        (await _accounts.Ledger.BeginAsync("anna@example.com", Cancellation)).ShouldNotBeNull().PasswordExpired.ShouldBeTrue();
    }

    [Theory]
    [InlineData("anna", "Anna", AccountOutcome.EmailInvalid)]
    [InlineData("anna@example.com", " ", AccountOutcome.NameInvalid)]
    [InlineData("BERT@example.com", "Bert", AccountOutcome.EmailTaken)]
    public async Task Account_that_cannot_be_is_refused(string email, string name, AccountOutcome outcome)
    {
        await _accounts.AddAsync("bert@example.com", AccountRole.Member, Cancellation);

        (await Catalog.CreateAsync(email, name, AccountRole.Member, "hash", Cancellation)).ShouldBe(outcome);

        (await Catalog.ListAsync(Cancellation)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Last_admin_stays_whatever_is_tried()
    {
        var admin = await _accounts.AddAsync("admin@example.com", AccountRole.Admin, Cancellation);
        var locked = await _accounts.AddAsync("locked@example.com", AccountRole.Admin, Cancellation);
        (await Catalog.LockAsync(locked, Cancellation)).ShouldBe(AccountOutcome.Done);

        (await Catalog.ChangeRoleAsync(admin, AccountRole.Member, Cancellation)).ShouldBe(AccountOutcome.LastAdmin);
        (await Catalog.LockAsync(admin, Cancellation)).ShouldBe(AccountOutcome.LastAdmin);
        (await Catalog.DeleteAsync(admin, Cancellation)).ShouldBe(AccountOutcome.LastAdmin);

        var row = await _accounts.RowAsync("admin@example.com", Cancellation);
        (row.Role, row.LockedUntil).ShouldBe((AccountRole.Admin, null));
    }

    [Fact]
    public async Task Two_admins_cannot_demote_each_other_at_once()
    {
        var one = await _accounts.AddAsync("one@example.com", AccountRole.Admin, Cancellation);
        var two = await _accounts.AddAsync("two@example.com", AccountRole.Admin, Cancellation);

        var outcomes = await Task.WhenAll(
            Catalog.ChangeRoleAsync(one, AccountRole.Member, Cancellation), Catalog.ChangeRoleAsync(two, AccountRole.Member, Cancellation));

        outcomes.Order().ShouldBe([AccountOutcome.Done, AccountOutcome.LastAdmin]);
    }

    [Fact]
    public async Task Every_change_of_rights_ends_the_sessions()
    {
        await _accounts.AddAsync("admin@example.com", AccountRole.Admin, Cancellation);
        var id = await _accounts.AddAsync("anna@example.com", AccountRole.Member, Cancellation);
        var stamps = new List<string>();
        Func<Task>[] changes =
        [
            () => Catalog.ChangeRoleAsync(id, AccountRole.Admin, Cancellation),
            () => Catalog.SetPasswordAsync(id, "own", Cancellation),
            () => Catalog.GivePasswordAsync(id, "one-time", Cancellation),
            () => Catalog.LockAsync(id, Cancellation),
            () => Catalog.UnlockAsync(id, Cancellation),
        ];

        foreach (var change in changes)
        {
            await change();
            stamps.Add((await _accounts.RowAsync("anna@example.com", Cancellation)).SecurityStamp);
        }

        stamps.ShouldBeUnique();
    }

    [Fact]
    public async Task Locked_and_deleted_accounts_have_no_session()
    {
        await _accounts.AddAsync("admin@example.com", AccountRole.Admin, Cancellation);
        var id = await _accounts.AddAsync("anna@example.com", AccountRole.Member, Cancellation);
        (await Catalog.FindSessionAsync(id, Cancellation)).ShouldNotBeNull();

        await Catalog.LockAsync(id, Cancellation);
        (await Catalog.FindSessionAsync(id, Cancellation)).ShouldBeNull();
        await Catalog.UnlockAsync(id, Cancellation);
        await Catalog.DeleteAsync(id, Cancellation);

        (await Catalog.FindSessionAsync(id, Cancellation)).ShouldBeNull();
        (await Catalog.LockAsync(id, Cancellation)).ShouldBe(AccountOutcome.Gone);
    }
}
