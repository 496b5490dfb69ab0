using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BotKb.Data.Configurations;

/// <summary>Table <c>source</c>.</summary>
internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.ToTable("source");
        builder.Property(row => row.Settings).HasColumnType("jsonb");
        builder.HasOne(row => row.KnowledgeBase).WithMany(row => row.Sources).HasForeignKey(row => row.KnowledgeBaseId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.KnowledgeBaseId, row.Kind, row.Location }).IsUnique();
    }
}
