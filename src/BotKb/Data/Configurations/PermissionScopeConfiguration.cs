using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BotKb.Data.Configurations;

/// <summary>Tables <c>permission_scope</c> and <c>scope_principal</c>.</summary>
internal sealed class PermissionScopeConfiguration : IEntityTypeConfiguration<PermissionScope>
{
    public void Configure(EntityTypeBuilder<PermissionScope> builder)
    {
        builder.ToTable("permission_scope");
        builder.HasIndex(row => row.KeyHash).IsUnique();
        builder.HasMany(row => row.Principals).WithMany(row => row.Scopes).UsingEntity(
            "scope_principal",
            right => right.HasOne(typeof(Principal)).WithMany().HasForeignKey("principal_id").OnDelete(DeleteBehavior.Restrict),
            left => left.HasOne(typeof(PermissionScope)).WithMany().HasForeignKey("scope_id").OnDelete(DeleteBehavior.Cascade),
            join => join.HasKey("principal_id", "scope_id"));
    }
}
