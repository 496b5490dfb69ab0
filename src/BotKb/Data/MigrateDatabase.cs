using Microsoft.EntityFrameworkCore;

namespace BotKb.Data;

/// <summary>Brings the tables to what this program needs. Several hosts may do it at once: one works, the others wait.</summary>
public sealed class MigrateDatabase(IDbContextFactory<BotKbContext> contexts, RenewStamps stamps)
{
    /// <summary>Applies what is missing, and makes a database that was restored from another server fit for this one.</summary>
    /// <returns>The names of the migrations that were applied.</returns>
    /// <exception cref="BotKbException">The database was made by a newer BotKb.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Find(name => !known.Contains(name)) is { } unknown)
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                $"This database was made by a newer BotKb (it has '{unknown}'); use that version, or another database.");
        }

        var missing = known.Except(applied, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            await context.Database.MigrateAsync(cancellationToken);
        }

        await stamps.RunAsync(cancellationToken);
        return missing;
    }
}
