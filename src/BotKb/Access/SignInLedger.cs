using BotKb.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BotKb.Access;

/// <summary>Counts the tries to sign in, and lets a locked account wait. Safe against any number of tries at once.</summary>
public sealed class SignInLedger(NpgsqlDataSource database, IDbContextFactory<BotKbContext> contexts, TimeProvider time)
{
    /// <summary>Begins a try with a password: it counts as a wrong one until <see cref="SucceedAsync"/>.</summary>
    /// <returns>Null where nobody may sign in with this e-mail and a password now.</returns>
    public async Task<SignInCandidate?> BeginAsync(string email, CancellationToken cancellationToken)
    {
        // The lock for each number of wrong passwords comes as an array: the row is counted and locked in one statement.
        await using var command = database.CreateCommand(
            """
            update account set failed_sign_ins = failed_sign_ins + 1,
                locked_until = case when failed_sign_ins + 1 >= $3 then
                    $2 + ($4::interval[])[least(failed_sign_ins + 2 - $3, array_length($4, 1))] end
            where email = $1 and password_hash is not null and (locked_until is null or locked_until <= $2)
            returning id, password_hash, coalesce(password_expires_at <= $2, false)
            """);
        command.Parameters.AddWithValue(PostgresText.Clean(email).Trim().ToLowerInvariant());
        command.Parameters.AddWithValue(time.GetUtcNow());
        command.Parameters.AddWithValue(AccountLock.Tries);
        command.Parameters.AddWithValue(Enumerable.Range(AccountLock.Tries, 6).Select(AccountLock.After).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new SignInCandidate(reader.GetInt64(0), reader.GetString(1), reader.GetBoolean(2))
            : null;
    }

    /// <summary>The password was right: the wrong ones before it are forgotten.</summary>
    /// <returns>The session that begins; null where the account was deleted or locked by an admin meanwhile.</returns>
    public async Task<AccountSession?> SucceedAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var rows = context.Accounts.Where(row => row.Id == id && (row.LockedUntil == null || row.LockedUntil < AccountLock.Forever));
        await rows.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.FailedSignIns, 0).SetProperty(row => row.LockedUntil, (DateTimeOffset?)null)
                .SetProperty(row => row.LastSignInAt, now),
            cancellationToken);
        return await rows.Select(AccountSession.OfRow).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Signs in whom an OpenID Connect provider vouches for by e-mail; the first time binds the subject to it.</summary>
    /// <param name="email">The verified e-mail.</param>
    /// <param name="name">What the provider calls the person; only for a new account.</param>
    /// <param name="subject">The provider and its own identity of the person.</param>
    /// <param name="create">True to make a member of somebody who has no account.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null where there is no account, an admin has locked it, another subject has it, or this subject another one.</returns>
    public async Task<AccountSession?> SucceedElsewhereAsync(
        string email, string name, string subject, bool create, CancellationToken cancellationToken)
    {
        var address = email.Trim().ToLowerInvariant();
        if (!EmailAddress.IsValid(address))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (create)
        {
            var row = NewAccount.Of(address, NewAccount.NameOf(name, address), AccountRole.Member, time.GetUtcNow());
            await context.Database.ExecuteSqlAsync(
                $"""
                insert into account (email, name, role, security_stamp, must_change_password, failed_sign_ins, created_at)
                values ({row.Email}, {row.Name}, {row.Role}, {row.SecurityStamp}, false, 0, {row.CreatedAt}) on conflict (email) do nothing
                """,
                cancellationToken);
        }

        // A one-time password that was never used is of no use any more: the person has shown who it is.
        var id = await context.Database.SqlQuery<long>(
            $"""
            update account set external_subject = {subject}, must_change_password = false, password_expires_at = null,
                password_hash = case when must_change_password then null else password_hash end
            where email = {address} and (external_subject is null or external_subject = {subject})
                and not exists (select from account other where other.external_subject = {subject} and other.email <> {address}) returning id
            """).ToListAsync(cancellationToken);
        if (id is not [var found])
        {
            return null;
        }

        await transaction.CommitAsync(cancellationToken);
        return await SucceedAsync(found, cancellationToken);
    }
}
