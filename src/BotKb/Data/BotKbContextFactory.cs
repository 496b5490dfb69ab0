using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BotKb.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model without a database.</summary>
internal sealed class BotKbContextFactory : IDesignTimeDbContextFactory<BotKbContext>
{
    public BotKbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<BotKbContext>().UseNpgsql().UseSnakeCaseNamingConvention().Options);
}
