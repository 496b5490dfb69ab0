using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace BotKb.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(BotKbContext))]
    [Migration("20261125025512_FirstTables")]
    public partial class FirstTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "knowledge_base",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_knowledge_base", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "permission_scope",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    everyone = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permission_scope", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "principal",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_principal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "source",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    knowledge_base_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    location = table.Column<string>(type: "text", nullable: false),
                    settings = table.Column<string>(type: "jsonb", nullable: false),
                    cursor = table.Column<string>(type: "text", nullable: true),
                    attempt = table.Column<long>(type: "bigint", nullable: false),
                    synced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failure = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source", x => x.id);
                    table.ForeignKey(
                        name: "fk_source_knowledge_base_knowledge_base_id",
                        column: x => x.knowledge_base_id,
                        principalTable: "knowledge_base",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "scope_principal",
                columns: table => new
                {
                    principal_id = table.Column<int>(type: "integer", nullable: false),
                    scope_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scope_principal", x => new { x.principal_id, x.scope_id });
                    table.ForeignKey(
                        name: "fk_scope_principal_permission_scope_scope_id",
                        column: x => x.scope_id,
                        principalTable: "permission_scope",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_scope_principal_principals_principal_id",
                        column: x => x.principal_id,
                        principalTable: "principal",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    source_id = table.Column<long>(type: "bigint", nullable: false),
                    item_id = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: true),
                    own_title = table.Column<string>(type: "text", nullable: true),
                    url = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    scope_id = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    chunk_count = table.Column<int>(type: "integer", nullable: false),
                    index_version = table.Column<short>(type: "smallint", nullable: false),
                    indexed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document", x => x.id);
                    table.ForeignKey(
                        name: "fk_document_permission_scopes_scope_id",
                        column: x => x.scope_id,
                        principalTable: "permission_scope",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "chunk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    heading_path = table.Column<string[]>(type: "text[]", nullable: false),
                    page = table.Column<int>(type: "integer", nullable: true),
                    sheet = table.Column<string>(type: "text", nullable: true),
                    slide = table.Column<int>(type: "integer", nullable: true),
                    lex = table.Column<byte[]>(type: "bytea", nullable: false),
                    lex_version = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chunk", x => x.id);
                    table.ForeignKey(
                        name: "fk_chunk_document_document_id",
                        column: x => x.document_id,
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_chunk_document_id",
                table: "chunk",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_pending",
                table: "document",
                columns: new[] { "source_id", "id" },
                filter: "status = 'pending'");

            migrationBuilder.CreateIndex(
                name: "ix_document_scope_id",
                table: "document",
                column: "scope_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_source_id_item_id",
                table: "document",
                columns: new[] { "source_id", "item_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permission_scope_key_hash",
                table: "permission_scope",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_principal_key",
                table: "principal",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_scope_principal_scope_id",
                table: "scope_principal",
                column: "scope_id");

            migrationBuilder.CreateIndex(
                name: "ix_source_knowledge_base_id_kind_location",
                table: "source",
                columns: new[] { "knowledge_base_id", "kind", "location" },
                unique: true);

            migrationBuilder.Sql(FeedSql.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(FeedSql.Drop);

            migrationBuilder.DropTable(
                name: "chunk");

            migrationBuilder.DropTable(
                name: "scope_principal");

            migrationBuilder.DropTable(
                name: "document");

            migrationBuilder.DropTable(
                name: "principal");

            migrationBuilder.DropTable(
                name: "permission_scope");

            migrationBuilder.DropTable(
                name: "source");

            migrationBuilder.DropTable(
                name: "knowledge_base");
        }
    }
}
