using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BotKb.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(BotKbContext))]
    [Migration("20261125171500_FeedMarks")]
    public partial class FeedMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(FeedMarkSql.Create);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(FeedMarkSql.Drop);
    }
}
