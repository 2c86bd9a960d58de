using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Disclosure.Core.Store.Migrations
{
    /// <inheritdoc />
    public partial class PrintSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PrintSettings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    FontFolder = table.Column<string>(type: "TEXT", nullable: false),
                    TitleFont = table.Column<string>(type: "TEXT", nullable: false),
                    LabelFont = table.Column<string>(type: "TEXT", nullable: false),
                    ValueFont = table.Column<string>(type: "TEXT", nullable: false),
                    KaiFont = table.Column<string>(type: "TEXT", nullable: false),
                    FallbackFont = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintSettings", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PrintSettings");
        }
    }
}
