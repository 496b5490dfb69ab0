using BotKb.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BotKb.Access;

/// <summary>
/// The accounts of the console. Whatever changes what a person may do ends the person's sessions; the last admin who can sign in
/// stays one.
/// </summary>
public sealed class AccountCatalog(IDbContextFactory<BotKbContext> contexts, TimeProvider time)
{
    private const int LongestEmail = 320;

    /// <summary>All accounts by e-mail.</summary>
    public async Task<IReadOnlyList<AccountSummary>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var rows = await context.Accounts.OrderBy(row => row.Email).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new AccountSummary(row.Id, row.Email, row.Name, row.Role, StateOf(row, now), row.LastSignInAt));
    }

    /// <summary>What a session has to know; null where the account is gone or an admin has locked it.</summary>
    public async Task<AccountSession?> FindSessionAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Accounts.Where(row => row.Id == id && (row.LockedUntil == null || row.LockedUntil < AccountLock.Forever))
            .Select(AccountSession.OfRow)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Creates an account with a one-time password.</summary>
    /// <param name="email">Where the person is reached; any case.</param>
    /// <param name="name">What the person is called.</param>
    /// <param name="role">One of <see cref="AccountRole"/>.</param>
    /// <param name="passwordHash">The stored form of the one-time password.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<AccountOutcome> CreateAsync(
        string email, string name, string role, string passwordHash, CancellationToken cancellationToken)
    {
        var row = NewAccount.Of(PostgresText.Clean(email), PostgresText.Clean(name), Known(role), time.GetUtcNow());
        if (!EmailAddress.IsValid(row.Email) || row.Email.Length > LongestEmail)
        {
            return AccountOutcome.EmailInvalid;
        }

        if (row.Name.Length is 0 or > NewAccount.LongestName)
        {
            return AccountOutcome.NameInvalid;
        }

        NewAccount.GivePassword(row, passwordHash, time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return AccountOutcome.Done;
        }
        catch (DbUpdateException exception)
            when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return AccountOutcome.EmailTaken;
        }
    }

    /// <summary>Makes a member an admin, or an admin a member.</summary>
    public Task<AccountOutcome> ChangeRoleAsync(long id, string role, CancellationToken cancellationToken) =>
        ChangeAsync(id, row => row.Role = Known(role), cancellationToken);

    /// <summary>Keeps the person out until <see cref="UnlockAsync"/>.</summary>
    public Task<AccountOutcome> LockAsync(long id, CancellationToken cancellationToken) =>
        ChangeAsync(id, row => row.LockedUntil = AccountLock.Forever, cancellationToken);

    /// <summary>Lets the person sign in again, whatever had locked the account.</summary>
    public Task<AccountOutcome> UnlockAsync(long id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        row =>
        {
            row.LockedUntil = null;
            row.FailedSignIns = 0;
        },
        cancellationToken);

    /// <summary>Gives the person a one-time password instead of the one that was.</summary>
    public Task<AccountOutcome> GivePasswordAsync(long id, string passwordHash, CancellationToken cancellationToken) =>
        ChangeAsync(id, row => NewAccount.GivePassword(row, passwordHash, time.GetUtcNow()), cancellationToken);

    /// <summary>Stores the password that a person chose; the person's other sessions end.</summary>
    public Task<AccountOutcome> SetPasswordAsync(long id, string passwordHash, CancellationToken cancellationToken) => ChangeAsync(
        id,
        row =>
        {
            row.PasswordHash = passwordHash;
            row.MustChangePassword = false;
            row.PasswordExpiresAt = null;
        },
        cancellationToken);

    /// <summary>Stores the language that a person chose; null follows the browser.</summary>
    public async Task SetLanguageAsync(long id, string? language, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Accounts.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Language, language), cancellationToken);
    }

    /// <summary>Deletes an account; what the person asked stays with the conversations.</summary>
    public Task<AccountOutcome> DeleteAsync(long id, CancellationToken cancellationToken) => ChangeAsync(id, null, cancellationToken);

    private static string Known(string role) =>
        AccountRole.IsKnown(role) ? role : throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role.");

    private static AccountState StateOf(Account row, DateTimeOffset now) => row switch
    {
        { LockedUntil: { } until } when until >= AccountLock.Forever => AccountState.Locked,
        { LockedUntil: { } until } when until > now => AccountState.Paused,
        { PasswordExpiresAt: { } end } when end <= now => AccountState.Expired,
        { MustChangePassword: true } => AccountState.Invited,
        _ => AccountState.Active,
    };

    private async Task<AccountOutcome> ChangeAsync(long id, Action<Account>? change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);

        // All admins are held: two of them who demote each other must not both succeed.
        var rows = await context.Accounts
            .FromSql($"select * from account where id = {id} or role = {AccountRole.Admin} order by id for update")
            .AsTracking().ToListAsync(cancellationToken);
        if (rows.Find(row => row.Id == id) is not { } account)
        {
            return AccountOutcome.Gone;
        }

        var now = time.GetUtcNow();
        var others = rows.Exists(row => row.Id != id && IsWorkingAdmin(row, now));
        var was = IsWorkingAdmin(account, now);
        if (change is null)
        {
            context.Remove(account);
        }
        else
        {
            change(account);
            account.SecurityStamp = NewAccount.Stamp();
        }

        if (was && !others && (change is null || !IsWorkingAdmin(account, now)))
        {
            return AccountOutcome.LastAdmin;
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AccountOutcome.Done;
    }

    private static bool IsWorkingAdmin(Account row, DateTimeOffset now) =>
        row.Role == AccountRole.Admin && !(row.LockedUntil >= AccountLock.Forever) && !(row.PasswordExpiresAt <= now);
}
