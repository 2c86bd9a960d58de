using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Disclosure.Core.Store.Migrations
{
    /// <inheritdoc />
    public partial class AfterApproval : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Amendment",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AmendsId",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CatalogueEntryId",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LinkedItemId",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PlannedAt",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenDownAt",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UrgentUntil",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DownAt",
                table: "Publications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AnnualCatalogueNotices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Entries = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnualCatalogueNotices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChannelFailures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelFailures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChannelFailures_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsistencyChecks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    RevisionId = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    FileSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Way = table.Column<string>(type: "TEXT", nullable: false),
                    FoundName = table.Column<string>(type: "TEXT", nullable: false),
                    FoundSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    DifferencesJson = table.Column<string>(type: "TEXT", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsistencyChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsistencyChecks_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consultations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: true),
                    SummaryOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SummaryPlace = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consultations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consultations_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consultations_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DutyEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DutyCode = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    Reporter = table.Column<string>(type: "TEXT", nullable: false),
                    Minutes = table.Column<string>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", nullable: false),
                    FileSha256 = table.Column<string>(type: "TEXT", nullable: true),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    TakesBack = table.Column<bool>(type: "INTEGER", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    ActingForName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DutyEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DutyEntries_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DutyOwners",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DutyCode = table.Column<string>(type: "TEXT", nullable: false),
                    Post = table.Column<string>(type: "TEXT", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: true),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DutyOwners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DutyOwners_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DutyOwners_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpinionCases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", nullable: false),
                    SectionId = table.Column<int>(type: "INTEGER", nullable: false),
                    RegisteredUnitId = table.Column<int>(type: "INTEGER", nullable: true),
                    RegisteredById = table.Column<int>(type: "INTEGER", nullable: false),
                    RegisteredBy = table.Column<string>(type: "TEXT", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpinionCases_Staff_RegisteredById",
                        column: x => x.RegisteredById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OpinionCases_Units_RegisteredUnitId",
                        column: x => x.RegisteredUnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OpinionCases_Units_SectionId",
                        column: x => x.SectionId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlannedReadings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlannedReadings_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlannedReleases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Announced = table.Column<bool>(type: "INTEGER", nullable: false),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedReleases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlannedReleases_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlannedReleases_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlannedTimes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: false),
                    PlannedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedTimes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlannedTimes_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", nullable: false),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: true),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reminders_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StandingDraftSteps",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsJson = table.Column<string>(type: "TEXT", nullable: false),
                    Done = table.Column<string>(type: "TEXT", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingDraftSteps", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "StandingVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    RowsJson = table.Column<string>(type: "TEXT", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingVersions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "TakeDowns",
                columns: table => new
                {
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    AmendmentId = table.Column<int>(type: "INTEGER", nullable: true),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TakeDowns", x => x.SubmissionId);
                    table.ForeignKey(
                        name: "FK_TakeDowns_Submissions_AmendmentId",
                        column: x => x.AmendmentId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TakeDowns_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsultationFeedback",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConsultationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultationFeedback", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsultationFeedback_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpinionEvents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    Clock = table.Column<string>(type: "TEXT", nullable: true),
                    MetAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpinionEvents_OpinionCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "OpinionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OpinionEvents_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "OpinionReplies",
                columns: table => new
                {
                    SubmissionId = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    LinkedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionReplies", x => x.SubmissionId);
                    table.ForeignKey(
                        name: "FK_OpinionReplies_OpinionCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "OpinionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OpinionReplies_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReleaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    FromDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    StaffId = table.Column<int>(type: "INTEGER", nullable: false),
                    StaffName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReleaseChanges_PlannedReleases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "PlannedReleases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_AmendsId",
                table: "Submissions",
                column: "AmendsId");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_CatalogueEntryId",
                table: "Submissions",
                column: "CatalogueEntryId");

            // What stood in the content alone becomes a column that lists and queues can ask for.
            migrationBuilder.Sql("UPDATE Submissions SET Kind = json_extract(DraftJson, '$.Kind'), LinkedItemId = json_extract(DraftJson, '$.LinkedItemId');");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_Kind_State",
                table: "Submissions",
                columns: new[] { "Kind", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_LinkedItemId",
                table: "Submissions",
                column: "LinkedItemId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualCatalogueNotices_Year_PublishedOn",
                table: "AnnualCatalogueNotices",
                columns: new[] { "Year", "PublishedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelFailures_SubmissionId_Channel",
                table: "ChannelFailures",
                columns: new[] { "SubmissionId", "Channel" });

            migrationBuilder.CreateIndex(
                name: "IX_ConsistencyChecks_SubmissionId_Channel",
                table: "ConsistencyChecks",
                columns: new[] { "SubmissionId", "Channel" });

            migrationBuilder.CreateIndex(
                name: "IX_ConsultationFeedback_ConsultationId",
                table: "ConsultationFeedback",
                column: "ConsultationId");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_SubmissionId",
                table: "Consultations",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_UnitId",
                table: "Consultations",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_Until",
                table: "Consultations",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_DutyEntries_StaffId",
                table: "DutyEntries",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_DutyEntries_Year_DutyCode",
                table: "DutyEntries",
                columns: new[] { "Year", "DutyCode" });

            migrationBuilder.CreateIndex(
                name: "IX_DutyOwners_StaffId",
                table: "DutyOwners",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_DutyOwners_UnitId",
                table: "DutyOwners",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionCases_ClosedAt",
                table: "OpinionCases",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionCases_Number",
                table: "OpinionCases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpinionCases_RegisteredById",
                table: "OpinionCases",
                column: "RegisteredById");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionCases_RegisteredUnitId",
                table: "OpinionCases",
                column: "RegisteredUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionCases_SectionId",
                table: "OpinionCases",
                column: "SectionId");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionEvents_CaseId",
                table: "OpinionEvents",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionEvents_SubmissionId",
                table: "OpinionEvents",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionReplies_CaseId",
                table: "OpinionReplies",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedReadings_SubmissionId_StaffId",
                table: "PlannedReadings",
                columns: new[] { "SubmissionId", "StaffId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlannedReleases_Day",
                table: "PlannedReleases",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedReleases_SubmissionId",
                table: "PlannedReleases",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedReleases_UnitId",
                table: "PlannedReleases",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PlannedTimes_SubmissionId",
                table: "PlannedTimes",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseChanges_ReleaseId",
                table: "ReleaseChanges",
                column: "ReleaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_Key_StaffId",
                table: "Reminders",
                columns: new[] { "Key", "StaffId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_StaffId_SeenAt",
                table: "Reminders",
                columns: new[] { "StaffId", "SeenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_SubmissionId",
                table: "Reminders",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_StandingVersions_EffectiveOn",
                table: "StandingVersions",
                column: "EffectiveOn");

            migrationBuilder.CreateIndex(
                name: "IX_TakeDowns_AmendmentId",
                table: "TakeDowns",
                column: "AmendmentId");

            migrationBuilder.AddForeignKey(
                name: "FK_Submissions_Submissions_AmendsId",
                table: "Submissions",
                column: "AmendsId",
                principalTable: "Submissions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Submissions_Submissions_AmendsId",
                table: "Submissions");

            migrationBuilder.DropTable(
                name: "AnnualCatalogueNotices");

            migrationBuilder.DropTable(
                name: "ChannelFailures");

            migrationBuilder.DropTable(
                name: "ConsistencyChecks");

            migrationBuilder.DropTable(
                name: "ConsultationFeedback");

            migrationBuilder.DropTable(
                name: "DutyEntries");

            migrationBuilder.DropTable(
                name: "DutyOwners");

            migrationBuilder.DropTable(
                name: "OpinionEvents");

            migrationBuilder.DropTable(
                name: "OpinionReplies");

            migrationBuilder.DropTable(
                name: "PlannedReadings");

            migrationBuilder.DropTable(
                name: "PlannedTimes");

            migrationBuilder.DropTable(
                name: "ReleaseChanges");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "StandingDraftSteps");

            migrationBuilder.DropTable(
                name: "StandingVersions");

            migrationBuilder.DropTable(
                name: "TakeDowns");

            migrationBuilder.DropTable(
                name: "Consultations");

            migrationBuilder.DropTable(
                name: "OpinionCases");

            migrationBuilder.DropTable(
                name: "PlannedReleases");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_AmendsId",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_CatalogueEntryId",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_Kind_State",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_LinkedItemId",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Amendment",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "AmendsId",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "CatalogueEntryId",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "LinkedItemId",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "PlannedAt",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "TakenDownAt",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "UrgentUntil",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "DownAt",
                table: "Publications");
        }
    }
}
