using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BotKb.Data.Configurations;

/// <summary>
/// Table <c>chunk</c>. Its column <c>xid</c> and the table <c>chunk_gone</c>, which a trigger fills, are the feed that each host's lexical
/// index follows.
/// </summary>
internal sealed class StoredChunkConfiguration : IEntityTypeConfiguration<StoredChunk>
{
    public void Configure(EntityTypeBuilder<StoredChunk> builder)
    {
        builder.ToTable("chunk");
        builder.HasOne(row => row.Document).WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => row.DocumentId);
    }
}
