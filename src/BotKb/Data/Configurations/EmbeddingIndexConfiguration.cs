using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BotKb.Data.Configurations;

internal sealed class EmbeddingIndexConfiguration : IEntityTypeConfiguration<EmbeddingIndex>
{
    public void Configure(EntityTypeBuilder<EmbeddingIndex> builder) =>
        builder.ToTable("embedding_index").HasIndex(index => index.State).IsUnique()
            .HasFilter("state in ('building', 'current')").HasDatabaseName("ix_embedding_index_state");
}
