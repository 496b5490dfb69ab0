using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BotKb.Data.Configurations;

/// <summary>Table <c>document</c>; its column <c>xid</c> (set by a trigger when the scope changes) feeds the lexical index.</summary>
internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("document");
        builder.HasOne(row => row.Source).WithMany().HasForeignKey(row => row.SourceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.Scope).WithMany().HasForeignKey(row => row.ScopeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.SourceId, row.ItemId }).IsUnique();
        builder.HasIndex(row => new { row.SourceId, row.Id }).HasFilter("status = 'pending'").HasDatabaseName("ix_document_pending");
        builder.HasIndex(row => row.ScopeId);
    }
}
