using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BotKb.Data.Configurations;

/// <summary>Table <c>feedback</c>.</summary>
internal sealed class FeedbackConfiguration : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> builder)
    {
        builder.ToTable("feedback");
        builder.HasKey(row => new { row.TurnId, row.AskerId });
        builder.HasOne(row => row.Turn).WithMany().HasForeignKey(row => row.TurnId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(row => row.Comment).HasMaxLength(4000);
    }
}
