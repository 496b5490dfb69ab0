using BotKb.Data;
using Microsoft.EntityFrameworkCore;

namespace BotKb.Access;

/// <summary>Makes sure that somebody can sign in: the first admin gets a one-time password at every start until it was changed.</summary>
public sealed class FirstAdmin(IDbContextFactory<BotKbContext> contexts, TimeProvider time)
{
    // Hosts that start at the same time take turns: the password that is printed last is the one that is stored.
    private const long Turn = 0x426F744B62;

    /// <summary>Creates the first admin, or gives one who has never chosen a password a new one.</summary>
    /// <param name="email">The address of an admin who is created here.</param>
    /// <param name="hash">Makes the stored form of a password.</param>
    /// <param name="cancellationToken">Ends it; then nothing has changed.</param>
    /// <returns>What to sign in with; null where an admin has a password already.</returns>
    public async Task<FirstPassword?> EnsureAsync(string email, Func<string, string> hash, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Turn})", cancellationToken);
        var admins = context.Accounts.AsTracking().Where(row => row.Role == AccountRole.Admin);
        if (await admins.AnyAsync(row => !row.MustChangePassword, cancellationToken))
        {
            return null;
        }

        var admin = await admins.OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        if (admin is null)
        {
            admin = NewAccount.Of(email, "admin", AccountRole.Admin, time.GetUtcNow());
            context.Add(admin);
        }

        var password = OneTimePassword.Create();
        NewAccount.GivePassword(admin, hash(password), time.GetUtcNow());
        admin.LockedUntil = null;
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new FirstPassword(admin.Email, password);
    }
}
