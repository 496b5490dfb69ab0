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

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Turn> Turns => Set<Turn>();

    public DbSet<Feedback> Feedback => Set<Feedback>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<UploadPart> UploadParts => Set<UploadPart>();

    public DbSet<EmbeddingIndex> EmbeddingIndexes => Set<EmbeddingIndex>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotKbContext).Assembly);
}
