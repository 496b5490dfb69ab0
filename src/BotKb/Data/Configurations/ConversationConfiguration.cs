using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BotKb.Data.Configurations;

/// <summary>Table <c>conversation</c>.</summary>
internal sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("conversation");
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.HasIndex(row => new { row.Channel, row.Tenant, row.Key }).IsUnique();
        builder.HasIndex(row => new { row.Channel, row.OwnerEmail, row.LastTurnAt });
    }
}
