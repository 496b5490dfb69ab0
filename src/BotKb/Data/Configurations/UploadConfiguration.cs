using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BotKb.Data.Configurations;

/// <summary>Table <c>upload</c>.</summary>
internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("upload");
        builder.HasOne(row => row.Source).WithMany().HasForeignKey(row => row.SourceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.SourceId, row.Name }).IsUnique().HasFilter("content_hash is not null");
    }
}
