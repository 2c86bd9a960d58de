using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Disclosure.Core.Store.Migrations
{
    /// <inheritdoc />
    public partial class FactsAsColumns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DraftAuthors",
                table: "Submissions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "AnsweredYes",
                table: "Signatures",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Finding",
                table: "Signatures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ground",
                table: "Signatures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AsksWebsite",
                table: "Revisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Attribute",
                table: "Revisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Operation",
                table: "CommandReceipts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "StaffId",
                table: "CommandReceipts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_CommandReceipts_At",
                table: "CommandReceipts",
                column: "At");

            migrationBuilder.Sql("""
                UPDATE Submissions SET DraftAuthors = (
                    SELECT json_group_array(StaffId) FROM (
                        SELECT DISTINCT json_extract(b.value, '$.StaffId') AS StaffId FROM json_each(Submissions.DraftJson, '$.Bylines') b
                        WHERE json_extract(b.value, '$.StaffId') IS NOT NULL))
                WHERE json_valid(DraftJson);
                UPDATE Signatures SET AnsweredYes = EXISTS (SELECT 1 FROM json_each(Signatures.AnswersJson) a WHERE json_extract(a.value, '$.Yes') = 1)
                WHERE json_valid(AnswersJson);
                UPDATE Signatures SET Finding = json_extract(ParticularsJson, '$.Finding'), Ground = json_extract(ParticularsJson, '$.Ground')
                WHERE json_valid(ParticularsJson);
                UPDATE Revisions SET
                    Attribute = CASE WHEN json_type(ContentJson, '$.Attribute') IS NULL THEN 'Proactive' ELSE json_extract(ContentJson, '$.Attribute') END,
                    AsksWebsite = EXISTS (SELECT 1 FROM json_each(Revisions.ContentJson, '$.Channels') c WHERE c.value = 'Website')
                WHERE json_valid(ContentJson);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CommandReceipts_At",
                table: "CommandReceipts");

            migrationBuilder.DropColumn(
                name: "DraftAuthors",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "AnsweredYes",
                table: "Signatures");

            migrationBuilder.DropColumn(
                name: "Finding",
                table: "Signatures");

            migrationBuilder.DropColumn(
                name: "Ground",
                table: "Signatures");

            migrationBuilder.DropColumn(
                name: "AsksWebsite",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "Attribute",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "Operation",
                table: "CommandReceipts");

            migrationBuilder.DropColumn(
                name: "StaffId",
                table: "CommandReceipts");
        }
    }
}
