using BotKb.Access;
using BotKb.PostgresTests.Fixture;

namespace BotKb.PostgresTests.Access;

public sealed class SignInLedgerTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Anna = "anna@example.com";

    private TestAccounts _accounts = null!;
    private long _id;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SignInLedger Ledger => _accounts.Ledger;

    public async ValueTask InitializeAsync()
    {
        _accounts = await TestAccounts.CreateAsync(postgres, Cancellation);
        _id = await _accounts.AddAsync(Anna, AccountRole.Member, Cancellation);
    }

    public ValueTask DisposeAsync() => _accounts.DisposeAsync();

    [Fact]
    public async Task Five_wrong_passwords_lock_for_five_minutes_and_each_further_one_for_twice_as_long()
    {
        await FailAsync(5);

        foreach (var minutes in (int[])[5, 10, 20, 40, 60, 60])
        {
            _accounts.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            (await Ledger.BeginAsync(Anna, Cancellation)).ShouldBeNull();
            _accounts.Time.Advance(TimeSpan.FromSeconds(1));
            (await Ledger.BeginAsync(Anna, Cancellation)).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Tries_at_once_are_counted_like_tries_one_after_the_other()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Ledger.BeginAsync(Anna, Cancellation)));

        tries.Count(candidate => candidate is not null).ShouldBe(5);
    }

    [Fact]
    public async Task Right_password_forgets_the_wrong_ones()
    {
        await FailAsync(4);
        await Ledger.BeginAsync(Anna, Cancellation);

        (await Ledger.SucceedAsync(_id, Cancellation)).ShouldNotBeNull().Email.ShouldBe(Anna);

        await FailAsync(4);
        (await Ledger.BeginAsync(" ANNA@example.com", Cancellation)).ShouldNotBeNull();
        (await _accounts.RowAsync(Anna, Cancellation)).LastSignInAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Admins_lock_outlives_the_right_password()
    {
        await _accounts.AddAsync("admin@example.com", AccountRole.Admin, Cancellation);
        await Ledger.BeginAsync(Anna, Cancellation);
        await _accounts.Catalog.LockAsync(_id, Cancellation);

        (await Ledger.SucceedAsync(_id, Cancellation)).ShouldBeNull();
        (await Ledger.BeginAsync(Anna, Cancellation)).ShouldBeNull();
        (await Ledger.SucceedElsewhereAsync(Anna, "Anna", "idp 1", false, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Unknown_and_unstorable_emails_are_nobodys()
    {
        (await Ledger.BeginAsync("nobody@example.com", Cancellation)).ShouldBeNull();
        (await Ledger.BeginAsync("a\0b\uD800@example.com", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Subject_of_a_provider_is_bound_by_the_first_sign_in()
    {
        (await Ledger.SucceedElsewhereAsync("Anna@Example.com", "Anna", "idp 1", false, Cancellation)).ShouldNotBeNull().Id.ShouldBe(_id);
        (await Ledger.SucceedElsewhereAsync(Anna, "Anna", "idp 2", false, Cancellation)).ShouldBeNull();
        (await Ledger.SucceedElsewhereAsync(Anna, "Anna", "idp 1", false, Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Somebody_without_an_account_is_let_in_only_where_members_are_created()
    {
        (await Ledger.SucceedElsewhereAsync("carl@example.com", "Carl", "idp 3", false, Cancellation)).ShouldBeNull();

        var session = (await Ledger.SucceedElsewhereAsync("carl@example.com", "Carl", "idp 3", true, Cancellation)).ShouldNotBeNull();

        (session.Role, session.MustChangePassword).ShouldBe((AccountRole.Member, false));
        (await Ledger.BeginAsync("carl@example.com", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Somebody_whose_email_has_changed_at_the_provider_gets_no_second_account()
    {
        await Ledger.SucceedElsewhereAsync(Anna, "Anna", "idp 1", false, Cancellation);

        (await Ledger.SucceedElsewhereAsync("anna.new@example.com", "Anna", "idp 1", true, Cancellation)).ShouldBeNull();

        (await _accounts.Catalog.ListAsync(Cancellation)).ShouldHaveSingleItem().Email.ShouldBe(Anna);
    }

    [Theory]
    [InlineData(300, 200)]
    [InlineData(0, 16)]
    public async Task A_name_of_any_length_makes_a_member(int given, int kept)
    {
        var name = new string('n', given) + "\0";

        (await Ledger.SucceedElsewhereAsync("carl@example.com", name, "idp 3", true, Cancellation)).ShouldNotBeNull().Name.Length.ShouldBe(kept);
    }

    private async Task FailAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await Ledger.BeginAsync(Anna, Cancellation)).ShouldNotBeNull();
        }
    }
}
