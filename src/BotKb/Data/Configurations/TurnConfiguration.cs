using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BotKb.Data.Configurations;

/// <summary>Table <c>turn</c>: inbox and history in one.</summary>
internal sealed class TurnConfiguration : IEntityTypeConfiguration<Turn>
{
    public void Configure(EntityTypeBuilder<Turn> builder)
    {
        builder.ToTable("turn");
        builder.Property(row => row.Citations).HasColumnType("jsonb");
        builder.Property(row => row.Trace).HasColumnType("jsonb");
        builder.HasOne(row => row.Conversation).WithMany().HasForeignKey(row => row.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.Channel, row.Tenant, row.MessageId }).IsUnique();
        builder.HasIndex(row => new { row.ConversationId, row.Id });
        builder.HasIndex(row => row.ConversationId).HasFilter("ended_at is null").HasDatabaseName("ix_turn_open");
    }
}
