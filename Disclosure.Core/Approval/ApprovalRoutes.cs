using Disclosure.Core.Bureau;
using Disclosure.Core.Review;
using Disclosure.Core.Submissions;

namespace Disclosure.Core.Approval;

/// <summary>The two routes of D10 and D11 with the three reviews of B2 on their steps.</summary>
public static class ApprovalRoutes
{
    /// <summary>市局科室(中心)发布流程 (D10).</summary>
    public static readonly Route City1 = new(RouteCodes.City, "市局科室（中心）发布流程", "昌统发审",
    [
        new("edit", "编辑初审（自查）", [Duty.Editor], Seat.OwnUnit) { Short = "编辑初审", Review = Tier.Self },
        new("section", "科室负责人复审", [Duty.SectionHead], Seat.Section, WorkDays: 2) { Short = "科室复审", Review = Tier.Self, MayAskFormatOnly = true },
        new("office", "领导小组办公室保密复核", [Duty.DisclosureOffice], Seat.Bureau, WorkDays: 2) { Short = "办公室复核", Review = Tier.Second, MayAskFormatOnly = true },
        new("deputy", "分管领导审核签字", [Duty.DeputyDirector], Seat.Section, WorkDays: 2) { Short = "分管领导", Review = Tier.Final, Password = true, MayDecline = true, MayAskFormatOnly = true },
        new("director", "主要领导审核签字", [Duty.Director], Seat.Bureau, WorkDays: 2) { Short = "主要领导", Password = true, MayDecline = true, MajorOnly = true },
        new("platform", "发布平台负责人审核发布", [Duty.PlatformHead], Seat.Bureau, WorkDays: 1) { Short = "发布平台" },
    ]);

    /// <summary>县区报送资料发布流程 (D11).</summary>
    public static readonly Route County1 = new(RouteCodes.County, "县区报送资料发布流程", "昌统县审",
    [
        new("edit", "县区编辑自查", [Duty.Editor], Seat.OwnUnit) { Short = "编辑自查", Review = Tier.Self },
        new("county-chief", "县区统计局局长审核签字", [Duty.CountyChief], Seat.OwnUnit, WorkDays: 2) { Short = "县局局长", Password = true, MayDecline = true, AlwaysSigns = true },
        new("receipt", "对口科室签收", [Duty.Editor, Duty.SectionHead], Seat.Section, WorkDays: 1) { Short = "签收", TakesReturns = false },
        new("section", "专业科室复审", [Duty.SectionHead], Seat.Section, WorkDays: 2) { Short = "专业科室", Review = Tier.Self, MayAskFormatOnly = true },
        new("office", "领导小组办公室保密复核", [Duty.DisclosureOffice], Seat.Bureau, WorkDays: 2) { Short = "办公室复核", Review = Tier.Second, MayAskFormatOnly = true },
        new("deputy", "分管领导审核签字", [Duty.DeputyDirector], Seat.Section, WorkDays: 2) { Short = "分管领导", Review = Tier.Final, Password = true, MayDecline = true, MayAskFormatOnly = true },
        new("director", "主要领导审核签字", [Duty.Director], Seat.Bureau, WorkDays: 2) { Short = "主要领导", Password = true, MayDecline = true, MajorOnly = true },
        new("platform", "发布平台负责人审核发布", [Duty.PlatformHead], Seat.Bureau, WorkDays: 1) { Short = "发布平台" },
    ]);

    /// <summary>All routes ever published.</summary>
    public static readonly IReadOnlyList<Route> All = [City1, County1];

    /// <summary>The route with that code; an unknown code is a bug.</summary>
    public static Route For(string code) => All.First(r => r.Code == code);
}
