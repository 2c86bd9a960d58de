using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Disclosure.Core.Store.Migrations
{
    /// <inheritdoc />
    public partial class CalendarAndLimits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "FormedOn",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            // Items that are there already carry the day inside their content.
            migrationBuilder.Sql("""
                UPDATE Submissions SET FormedOn = json_extract(DraftJson, '$.FormedOn')
                WHERE json_extract(DraftJson, '$.Attribute') = 'Proactive' AND State <> 'Stopped';
                """);

            migrationBuilder.CreateTable(
                name: "LocalDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Worked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Notice = table.Column<string>(type: "TEXT", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LocalDays", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "NationalYears",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Notice = table.Column<string>(type: "TEXT", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NationalYears", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "StepLimits",
                columns: table => new
                {
                    RouteCode = table.Column<string>(type: "TEXT", nullable: false),
                    StepCode = table.Column<string>(type: "TEXT", nullable: false),
                    WorkDays = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StepLimits", x => new { x.RouteCode, x.StepCode });
                });

            migrationBuilder.CreateTable(
                name: "NationalDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Worked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NationalDays", x => x.Day);
                    table.ForeignKey(
                        name: "FK_NationalDays_NationalYears_Year",
                        column: x => x.Year,
                        principalTable: "NationalYears",
                        principalColumn: "Year",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LocalDays_EntryId",
                table: "LocalDays",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_NationalDays_Year",
                table: "NationalDays",
                column: "Year");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LocalDays");

            migrationBuilder.DropTable(
                name: "NationalDays");

            migrationBuilder.DropTable(
                name: "StepLimits");

            migrationBuilder.DropTable(
                name: "NationalYears");

            migrationBuilder.DropColumn(
                name: "FormedOn",
                table: "Submissions");
        }
    }
}
