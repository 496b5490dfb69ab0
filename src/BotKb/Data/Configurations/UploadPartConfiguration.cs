using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BotKb.Data.Configurations;

/// <summary>Table <c>upload_part</c>.</summary>
internal sealed class UploadPartConfiguration : IEntityTypeConfiguration<UploadPart>
{
    public void Configure(EntityTypeBuilder<UploadPart> builder)
    {
        builder.ToTable("upload_part");
        builder.HasKey(row => new { row.UploadId, row.Ordinal });
        builder.HasOne(row => row.Upload).WithMany().HasForeignKey(row => row.UploadId).OnDelete(DeleteBehavior.Cascade);
    }
}
