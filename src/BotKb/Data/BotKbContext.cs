using Microsoft.EntityFrameworkCore;

namespace BotKb.Data;

/// <summary>The database. Reads are not tracked unless asked to be.</summary>
public sealed class BotKbContext(DbContextOptions<BotKbContext> options) : DbContext(options)
{
    public DbSet<KnowledgeBase> KnowledgeBases => Set<KnowledgeBase>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<StoredChunk> Chunks => Set<StoredChunk>();

    public DbSet<PermissionScope> PermissionScopes => Set<PermissionScope>();

    public DbSet<Principal> Principals => Set<Principal>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotKbContext).Assembly);
}
