using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BotKb.Data.Configurations;

/// <summary>Table <c>account</c>.</summary>
internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("account");
        builder.Property(row => row.Email).HasMaxLength(320);
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.HasIndex(row => row.Email).IsUnique();
        builder.HasIndex(row => row.ExternalSubject).IsUnique();
    }
}
