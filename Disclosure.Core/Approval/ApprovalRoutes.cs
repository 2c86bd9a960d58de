using Disclosure.Core.Bureau;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>
/// The two routes of D10 and D11 with the three reviews of B2 on their steps, and everything that a step asks, prints and says.
/// </summary>
public static class ApprovalRoutes
{
    private const string DeputyAnswers = "对稿件的保密性、安全性、政策性负审核把关的领导责任";
    private const string DirectorAnswers = "对新闻发布稿等重大稿件负整体把关的领导责任";
    private const string PlatformAnswers = "对发布资料与存档资料的一致性负直接责任";
    private const string ChiefAnswers = "对稿件的文责和数据的准确性负责";
    private const string OfficeAnswers = "送审：对是否涉及国家秘密进行复核，谁审查、谁负责";
    private const string ChangeAnswers = "对变更内容的文责和准确性负责";
    private const string SectionAnswers = "对需发布数据或信息的真实性、准确性负直接责任";

    private static readonly ReviewBox EditorReview = new(
        "编辑人员",
        "编辑",
        "自审\n编辑",
        "编辑\n自审",
        "自审结论（编辑人员）",
        "编辑人员自查"
    );
    private static readonly ReviewBox SectionReview = new(
        "科室负责人",
        "科室",
        "自审\n负责人",
        "负责人\n自审",
        "自审结论（科室负责人）",
        "拟公开信息科室自查"
    );
    private static readonly ReviewBox OfficeReview = new(
        "办公室",
        "办公室",
        "送审\n办公室",
        "办公室\n送审",
        "送审结论",
        "政府信息公开领导小组办公室复核"
    );
    private static readonly ReviewBox DeputyReview = new(
        "分管领导",
        "分管领导",
        "终审\n分管领导",
        "领导\n终审",
        "终审结论",
        "分管领导认可"
    );

    private static readonly string[] SectionSays = ["经复审，数据真实准确，建议发布。", "数据与报表一致，同意。"];
    private static readonly string[] OfficeSays = ["经复核，不涉及国家秘密和单个统计调查对象资料，应予公开。", "经复核，同意公开。"];
    private static readonly string[] DeputySays = ["同意发布。", "同意，请按程序发布。"];
    private static readonly string[] DirectorSays = ["同意发布。", "同意。"];

    /// <summary>市局科室(中心)发布流程 (D10).</summary>
    public static readonly Route City1 = new(
        RouteCodes.City,
        "市局科室（中心）发布流程",
        "昌统发审",
        [
            new(RouteCodes.Editor, "编辑初审（自查）", [Duty.Editor], Seat.OwnUnit)
            {
                Short = "编辑初审",
                Review = Tier.Self,
                ReviewBox = EditorReview,
                Box = new("编辑人员初审\n（自查）意见", 14, "初审（自查）；署名文章的文责由署名者个人负责"),
                ChangeBox = new("编辑人员\n自查意见", 17, ChangeAnswers),
            },
            new("section", "科室负责人复审", [Duty.SectionHead], Seat.Section, WorkDays: 2)
            {
                Short = "科室复审",
                Review = Tier.Self,
                ReviewBox = SectionReview,
                MayAskFormatOnly = true,
                MayMarkMajor = true,
                Opinions = SectionSays,
                Box = new("科室（中心）\n负责人\n复审意见", 17, SectionAnswers),
                ChangeBox = new("科室（中心）\n负责人意见", 17, SectionAnswers),
            },
            new("office", "领导小组办公室保密复核", [Duty.DisclosureOffice], Seat.Bureau, WorkDays: 2)
            {
                Short = "办公室复核",
                Review = Tier.Second,
                ReviewBox = OfficeReview,
                MayAskFormatOnly = true,
                MayMarkMajor = true,
                Opinions = OfficeSays,
                AsksFinding = true,
                Box = new("领导小组\n办公室\n保密复核", 16, OfficeAnswers, BoxLine.Finding),
                ChangeBox = new("领导小组\n办公室\n保密复核", 19, OfficeAnswers, BoxLine.Finding),
            },
            new("deputy", "分管领导审核签字", [Duty.DeputyDirector], Seat.Section, WorkDays: 2)
            {
                Short = "分管领导",
                Review = Tier.Final,
                ReviewBox = DeputyReview,
                Password = true,
                MayDecline = true,
                MayAskFormatOnly = true,
                MayMarkMajor = true,
                ConfirmsProvisional = true,
                ConfirmsWithholding = true,
                Opinions = DeputySays,
                Box = new("分管领导\n审核意见", 17, DeputyAnswers),
                ChangeBox = new("分管领导\n审核意见", 17, DeputyAnswers),
            },
            new("director", "主要领导审核签字", [Duty.Director], Seat.Bureau, WorkDays: 2)
            {
                Short = "主要领导",
                Password = true,
                MayDecline = true,
                MajorOnly = true,
                ConfirmsWithholding = true,
                Opinions = DirectorSays,
                Box = new("主要领导意见\n（新闻发布稿等\n重大稿件）", 15, DirectorAnswers),
                ChangeBox = new("主要领导意见\n（重大稿件）", 17, DirectorAnswers),
            },
            new(RouteCodes.Platform, "发布平台负责人审核发布", [Duty.PlatformHead], Seat.Bureau, WorkDays: 1)
            {
                Short = "发布平台",
                Box = new("发布平台\n负责人", 17, PlatformAnswers, BoxLine.Publication),
                ChangeBox = new("发布平台\n负责人", 17, PlatformAnswers, BoxLine.Publication),
            },
        ]
    );

    /// <summary>县区报送资料发布流程 (D11).</summary>
    public static readonly Route County1 = new(
        RouteCodes.County,
        "县区报送资料发布流程",
        "昌统县审",
        [
            new(RouteCodes.Editor, "县区编辑自查", [Duty.Editor], Seat.OwnUnit)
            {
                Short = "编辑自查",
                Review = Tier.Self,
                ReviewBox = EditorReview,
                Box = new("编辑人员\n自查", 18, "自查；署名文章的文责由署名者个人负责", BoxLine.Answers),
                ChangeBox = new("编辑人员\n自查意见", 14, ChangeAnswers),
            },
            new("county-chief", "县区统计局局长审核签字", [Duty.CountyChief], Seat.OwnUnit, WorkDays: 2)
            {
                Short = "县局局长",
                Password = true,
                MayDecline = true,
                AlwaysSigns = true,
                AsksCountyChoice = true,
                ShowsAnswers = true,
                Opinions = ["数据属实，同意报送。", "文责、数据已核，同意报送。"],
                Box = new("县（区）\n统计局局长\n审核签字", 22, ChiefAnswers, BoxLine.CountyChoice) { SignatureWord = "签名（公章）" },
                ChangeBox = new("县（区）局长\n（县区稿件）", 15, ChiefAnswers) { SignatureWord = "签名（公章）" },
            },
            new("receipt", "对口科室签收", [Duty.Editor, Duty.SectionHead], Seat.Section, WorkDays: 1)
            {
                Short = "签收",
                TakesReturns = false,
                Receives = true,
                Opinions = ["已签收，页数相符。"],
            },
            new("section", "专业科室复审", [Duty.SectionHead], Seat.Section, WorkDays: 2)
            {
                Short = "专业科室",
                Review = Tier.Self,
                ReviewBox = SectionReview,
                MayAskFormatOnly = true,
                MayMarkMajor = true,
                Opinions = SectionSays,
                AsksWorth = true,
                Box = new("专业科室\n复审", 18, "负责审核稿件是否有发布价值", BoxLine.Worth),
                ChangeBox = new("科室（中心）\n负责人意见", 14, SectionAnswers),
            },
            new("office", "领导小组办公室保密复核", [Duty.DisclosureOffice], Seat.Bureau, WorkDays: 2)
            {
                Short = "办公室复核",
                Review = Tier.Second,
                ReviewBox = OfficeReview,
                MayAskFormatOnly = true,
                MayMarkMajor = true,
                Opinions = OfficeSays,
                AsksFinding = true,
                Box = new("办公室\n保密复核", 16, OfficeAnswers, BoxLine.Finding),
                ChangeBox = new("领导小组\n办公室\n保密复核", 16, OfficeAnswers, BoxLine.Finding),
            },
            new("deputy", "分管领导审核签字", [Duty.DeputyDirector], Seat.Section, WorkDays: 2)
            {
                Short = "分管领导",
                Review = Tier.Final,
                ReviewBox = DeputyReview,
                Password = true,
                MayDecline = true,
                MayAskFormatOnly = true,
                MayMarkMajor = true,
                ConfirmsProvisional = true,
                ConfirmsWithholding = true,
                Opinions = DeputySays,
                Box = new("分管领导\n审核", 18, DeputyAnswers, BoxLine.Decision),
                ChangeBox = new("分管领导\n审核意见", 14, DeputyAnswers),
            },
            new("director", "主要领导审核签字", [Duty.Director], Seat.Bureau, WorkDays: 2)
            {
                Short = "主要领导",
                Password = true,
                MayDecline = true,
                MajorOnly = true,
                ConfirmsWithholding = true,
                Opinions = DirectorSays,
                Box = new("主要领导意见\n（重大稿件）", 14, DirectorAnswers),
                ChangeBox = new("主要领导意见\n（重大稿件）", 14, DirectorAnswers),
            },
            new(RouteCodes.Platform, "发布平台负责人审核发布", [Duty.PlatformHead], Seat.Bureau, WorkDays: 1)
            {
                Short = "发布平台",
                Box = new("发布平台\n负责人", 17, PlatformAnswers, BoxLine.Publication),
                ChangeBox = new("发布平台\n负责人", 17, PlatformAnswers, BoxLine.Publication),
            },
        ]
    );

    private static readonly IReadOnlyList<Route> Published = [City1, County1];

    // The next version of a route is tried by a test before it is published; it counts for whatever runs inside that test alone.
    private static readonly AsyncLocal<IReadOnlyList<Route>?> Tried = new();

    /// <summary>All routes ever published, the versions of a family in order.</summary>
    public static IReadOnlyList<Route> All => Tried.Value ?? Published;

    /// <summary>Which route a new item of a unit takes.</summary>
    public static NewestRoute Newest { get; } = new(kind => NewestOf(RouteCodes.First(kind)));

    /// <summary>The route with that code; an unknown code is a bug.</summary>
    public static Route For(string code) => All.First(r => r.Code == code);

    /// <summary>Code of the newest route of a route's family.</summary>
    public static string NewestOf(string code) => All.Last(r => RouteCodes.FamilyOf(r.Code) == RouteCodes.FamilyOf(code)).Code;

    /// <summary>Codes of the steps, of whatever route, that a condition holds for; for use inside a query.</summary>
    public static List<string> CodesWhere(Func<RouteStep, bool> condition) =>
        [.. All.SelectMany(r => r.Steps).Where(condition).Select(s => s.Code).Distinct()];

    /// <summary>The step at which an item waits.</summary>
    public static RouteStep StepOf(Submission item) => For(item.RouteCode).Step(item.Step);

    /// <summary>What holders of a duty answer for on some step (D3), as printed.</summary>
    public static IReadOnlyList<string> Responsibilities(Duty duty) =>
        [
            .. All.SelectMany(r => r.Steps)
                .Where(s => s.Duties.Contains(duty))
                .Select(s => s.Box?.Responsibility)
                .OfType<string>()
                .Distinct(),
        ];

    /// <summary>Adds routes for what the caller does from here on, and for nothing else: for trying a new version.</summary>
    internal static void Try(params IReadOnlyList<Route> more) => Tried.Value = [.. Published, .. more];
}
