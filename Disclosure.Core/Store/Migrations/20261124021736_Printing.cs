using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Disclosure.Core.Store.Migrations
{
    /// <inheritdoc />
    public partial class Printing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Box",
                table: "FormPrints",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "FormPrints",
                type: "TEXT",
                nullable: false,
                defaultValue: "Out");

            migrationBuilder.AddColumn<string>(
                name: "PlaceNote",
                table: "FormPrints",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "PlacedAt",
                table: "FormPrints",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlacedByName",
                table: "FormPrints",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StaffName",
                table: "FormPrints",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE FormPrints SET StaffName = (SELECT Name FROM Staff WHERE Staff.Id = FormPrints.StaffId);");

            migrationBuilder.CreateTable(
                name: "Handwritings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Png = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handwritings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handwritings_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PrintChoices",
                columns: table => new
                {
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    WithFlow = table.Column<bool>(type: "INTEGER", nullable: false),
                    WithFiles = table.Column<bool>(type: "INTEGER", nullable: false),
                    PenSteps = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintChoices", x => x.StaffId);
                    table.ForeignKey(
                        name: "FK_PrintChoices_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PrintedSheets",
                columns: table => new
                {
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Packed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintedSheets", x => new { x.SubmissionId, x.Number });
                    table.ForeignKey(
                        name: "FK_PrintedSheets_FormPrints_SubmissionId_Number",
                        columns: x => new { x.SubmissionId, x.Number },
                        principalTable: "FormPrints",
                        principalColumns: new[] { "SubmissionId", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SignedSheets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: false),
                    PrintNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    FileId = table.Column<int>(type: "INTEGER", nullable: false),
                    Match = table.Column<string>(type: "TEXT", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    MarkedByName = table.Column<string>(type: "TEXT", nullable: false),
                    MarkedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Withdrawn = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignedSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignedSheets_FormPrints_SubmissionId_PrintNumber",
                        columns: x => new { x.SubmissionId, x.PrintNumber },
                        principalTable: "FormPrints",
                        principalColumns: new[] { "SubmissionId", "Number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SignedSheets_ItemFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "ItemFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FormPrints_Place_At",
                table: "FormPrints",
                columns: new[] { "Place", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Handwritings_StaffId_From",
                table: "Handwritings",
                columns: new[] { "StaffId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_SignedSheets_FileId",
                table: "SignedSheets",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_SignedSheets_SubmissionId_PrintNumber",
                table: "SignedSheets",
                columns: new[] { "SubmissionId", "PrintNumber" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Handwritings");

            migrationBuilder.DropTable(
                name: "PrintChoices");

            migrationBuilder.DropTable(
                name: "PrintedSheets");

            migrationBuilder.DropTable(
                name: "SignedSheets");

            migrationBuilder.DropIndex(
                name: "IX_FormPrints_Place_At",
                table: "FormPrints");

            migrationBuilder.DropColumn(
                name: "Box",
                table: "FormPrints");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "FormPrints");

            migrationBuilder.DropColumn(
                name: "PlaceNote",
                table: "FormPrints");

            migrationBuilder.DropColumn(
                name: "PlacedAt",
                table: "FormPrints");

            migrationBuilder.DropColumn(
                name: "PlacedByName",
                table: "FormPrints");

            migrationBuilder.DropColumn(
                name: "StaffName",
                table: "FormPrints");
        }
    }
}
