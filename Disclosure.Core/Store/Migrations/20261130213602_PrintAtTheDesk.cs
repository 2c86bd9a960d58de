using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Disclosure.Core.Store.Migrations
{
    /// <inheritdoc />
    public partial class PrintAtTheDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PrintNumber",
                table: "DeskReceipts",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PrintNumber",
                table: "DeskReceipts");
        }
    }
}
