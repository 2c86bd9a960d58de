namespace Disclosure.Core.Bureau;

/// <summary>What a person answers for (D3), or one of the three administrators, who hold no duty in the procedure.</summary>
public enum Duty
{
    /// <summary>编辑人员.</summary>
    Editor,

    /// <summary>科室(中心)负责人.</summary>
    SectionHead,

    /// <summary>县区统计局局长.</summary>
    CountyChief,

    /// <summary>政府信息公开领导小组办公室.</summary>
    DisclosureOffice,

    /// <summary>分管领导.</summary>
    DeputyDirector,

    /// <summary>主要领导.</summary>
    Director,

    /// <summary>发布平台负责人.</summary>
    PlatformHead,

    /// <summary>系统管理员.</summary>
    SystemAdmin,

    /// <summary>安全管理员.</summary>
    SecurityAdmin,

    /// <summary>审计管理员.</summary>
    AuditAdmin,
}

/// <summary>What stands on screen and paper for each duty; what its holder answers for is printed by the steps (ApprovalRoutes).</summary>
public static class Duties
{
    /// <summary>Where a duty reaches.</summary>
    public enum Reach
    {
        /// <summary>One unit, named with the assignment.</summary>
        Unit,

        /// <summary>The sections the person is in charge of, from the units' own record.</summary>
        Charge,

        /// <summary>The whole bureau.</summary>
        Bureau,
    }

    /// <summary>Chinese name.</summary>
    public static string Name(this Duty duty) =>
        duty switch
        {
            Duty.Editor => "编辑人员",
            Duty.SectionHead => "科室(中心)负责人",
            Duty.CountyChief => "县区统计局局长",
            Duty.DisclosureOffice => "领导小组办公室",
            Duty.DeputyDirector => "分管领导",
            Duty.Director => "主要领导",
            Duty.PlatformHead => "发布平台负责人",
            Duty.SystemAdmin => "系统管理员",
            Duty.SecurityAdmin => "安全管理员",
            Duty.AuditAdmin => "审计管理员",
        };

    /// <summary>How far the duty reaches.</summary>
    public static Reach ReachOf(this Duty duty) =>
        duty switch
        {
            Duty.Editor or Duty.SectionHead or Duty.CountyChief => Reach.Unit,
            Duty.DeputyDirector => Reach.Charge,
            _ => Reach.Bureau,
        };

    /// <summary>True for the three administrators, who act in no step of the procedure.</summary>
    public static bool IsAdministrator(this Duty duty) => duty is Duty.SystemAdmin or Duty.SecurityAdmin or Duty.AuditAdmin;
}
